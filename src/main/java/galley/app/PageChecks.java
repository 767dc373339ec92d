package galley.app;

import galley.ingest.Fetched;
import galley.ingest.Fetcher;
import galley.publish.PageVerifier;
import galley.publish.ListedArticles;
import galley.publish.Verdict;
import galley.signoff.KeySet;
import galley.story.Publication;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Checks pages wherever they lie: a file, a folder, an address. Takes the keys from where its user says, else from the newsroom at hand; only
/// without one from the site the page lies in or the host it was asked for at; never from where a page says.
public final class PageChecks {

    private static final String KEYS = ".well-known/newsroom-keys.json";
    private static final String PAGES = ".*\\.x?html?";

    /// A page is text: what is larger is none, and carries no signature that anybody made.
    private static final long MOST = 24L * 1024 * 1024;

    private final Fetcher fetcher;
    private final @Nullable OpenNewsroom room;
    private final @Nullable String givenKeys;
    private final Map<String, Keys> known = new HashMap<>();

    /// @param room the newsroom at hand; null for none
    /// @param givenKeys a file or address of a key set; null to look for one
    public PageChecks(Fetcher fetcher, @Nullable OpenNewsroom room, @Nullable String givenKeys) {
        this.fetcher = fetcher;
        this.room = room;
        this.givenKeys = givenKeys;
    }

    /// What was found.
    ///
    /// @param problems what could not be read, in sentences
    public record Found(List<Checked> pages, List<String> problems) {}

    /// @param keys where the keys came from
    public record Checked(Verdict verdict, String keys) {}

    /// A key set and where it came from.
    ///
    /// @param place the site's folder or address, ending in a slash; null when it is not known
    private record Keys(KeySet set, String from, @Nullable String place) {}

    /// @param what a file, a folder, or an address
    public Found check(String what) {
        var problems = new ArrayList<String>();
        var pages = new ArrayList<Checked>();
        if (isWeb(what)) {
            fetched(what, what, problems).ifPresent(html -> pages.add(checked(what, html, keysFor(what, problems))));
            return new Found(List.copyOf(pages), List.copyOf(problems));
        }
        var path = Path.of(what);
        if (!Files.exists(path)) {
            return new Found(List.of(), List.of("There is no file or folder " + what + "."));
        }
        if (!Files.isDirectory(path)) {
            read(path, problems).ifPresent(html -> pages.add(checked(path.toString(), html, keysFor(path.toAbsolutePath().toString(), problems))));
            return new Found(List.copyOf(pages), List.copyOf(problems));
        }
        var site = ListedArticles.of(path);
        problems.addAll(site.problems());
        for (var page : pagesIn(path, problems)) {
            read(page, problems).ifPresent(html -> {
                // Pages that neither are articles nor stand where one should carry no signature and are none's business.
                if (PageVerifier.isArticle(html) || site.isArticle(page)) {
                    pages.add(checked(page.toString(), html, keysFor(page.toAbsolutePath().toString(), problems)));
                }
            });
        }
        gone(path, site, pages);
        return new Found(withoutOlder(pages), List.copyOf(problems.stream().distinct().toList()));
    }

    /// Adds what a site should hold and does not: by its own lists, and, as far as it is that newsroom's, by the records of the newsroom at hand.
    private void gone(Path folder, ListedArticles site, List<Checked> pages) {
        var missing = new java.util.TreeSet<>(site.gone());
        var keys = pages.isEmpty() ? from() : pages.getFirst().keys();
        missing.forEach(path -> pages.add(new Checked(Verdict.missing(folder.resolve(path).toString(), "The site's own list names this page, and it is gone."), keys)));
        var newest = pages.stream().map(Checked::verdict).filter(v -> v.verdict().isOurs() && v.publishedAt() != null).map(v -> Instant.parse(v.publishedAt())).max(Instant::compareTo);
        if (room == null || givenKeys != null || !site.isSite() || newest.isEmpty()) {
            return;
        }
        for (var line : room.store().publishedLines().all()) {
            var file = folder.resolve(line.path());
            boolean isChecked = pages.stream().anyMatch(p -> Path.of(p.verdict().file()).equals(file));
            if (line.killed() == null && !isChecked && !line.at().isAfter(newest.get().plusSeconds(1))) {
                pages.add(new Checked(Verdict.missing(file.toString(), Files.exists(file) ? "The newsroom published an article here, and this page carries none of its signatures."
                        : "The newsroom published this page, and it is gone."), from()));
            }
        }
    }

    private String from() {
        return givenKeys != null ? givenKeys : room != null ? named(room) : "nowhere";
    }

    private static String named(OpenNewsroom room) {
        return "the newsroom " + room.newsroom().name();
    }

    // ---- the pages

    private static List<Path> pagesIn(Path path, List<String> problems) {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (var all = Files.walk(path)) {
            return all.filter(f -> f.getFileName().toString().matches(PAGES) && Files.isRegularFile(f)).sorted().toList();
        } catch (IOException | java.io.UncheckedIOException e) {
            problems.add("The folder " + path + " could not be read.");
            return List.of();
        }
    }

    private static Optional<String> read(Path page, List<String> problems) {
        try {
            return Optional.of(Files.size(page) > MOST ? "" : new String(Files.readAllBytes(page), StandardCharsets.UTF_8));
        } catch (IOException e) {
            problems.add(page + " could not be read.");
            return Optional.empty();
        }
    }

    private Optional<String> fetched(String address, String from, List<String> problems) {
        return switch (address.equals(from) ? fetcher.fetch(address) : fetcher.follow(address, from)) {
            case Fetched.Document document -> Optional.of(new String(document.bytes(), StandardCharsets.UTF_8));
            case Fetched.Unchanged same -> Optional.empty();
            case Fetched.Failed failed -> {
                problems.add(failed.problem());
                yield Optional.empty();
            }
        };
    }

    private Checked checked(String name, String html, Keys keys) {
        var verdict = new PageVerifier(keys.set()).verify(name, html);
        boolean older = verdict.verdict() == Verdict.Kind.OURS_CURRENT && (isOlderThanRecords(verdict) || isOlderThanItsSite(verdict, keys));
        return new Checked(older ? verdict.as(Verdict.Kind.OURS_SUPERSEDED) : verdict, keys.from());
    }

    // ---- the keys

    private Keys keysFor(String page, List<String> problems) {
        if (givenKeys != null) {
            return known.computeIfAbsent(givenKeys, where -> given(where, problems));
        }
        var beside = isWeb(page) ? besideAddress(page, problems) : besideFile(page, problems);
        if (room != null && !room.keySet().keys().isEmpty()) {
            // Whoever can change a page can change the keys beside it, so the newsroom's own decide.
            var own = room.keySet();
            if (beside != null && beside.set().keys().stream().anyMatch(k -> k.roles().contains("publisher") && own.byKid(k.kid()).isEmpty())) {
                problems.add("The keys beside the page (" + beside.from() + ") are not those of " + named(room) + ", whose keys were used. Give others with --keys FILE|URL.");
            }
            return new Keys(own, named(room), beside == null ? null : beside.place());
        }
        if (beside == null) {
            problems.add("No key set was found for " + page + ". Give one with --keys FILE|URL.");
            return NOWHERE;
        }
        return beside;
    }

    private static final Keys NOWHERE = new Keys(new KeySet(List.of()), "nowhere", null);

    private @Nullable Keys besideAddress(String page, List<String> problems) {
        var host = URI.create(page).resolve("/").toString();
        return known.computeIfAbsent(host, h -> fetched(h + KEYS, page, room == null ? problems : new ArrayList<>()).flatMap(json -> parsed(json, h + KEYS, problems))
                .map(set -> new Keys(set, h + KEYS, h)).orElse(NOWHERE));
    }

    private @Nullable Keys besideFile(String page, List<String> problems) {
        for (var folder = Path.of(page).getParent(); folder != null; folder = folder.getParent()) {
            var file = folder.resolve(KEYS);
            if (Files.isRegularFile(file)) {
                return known.computeIfAbsent(file.toString(), f -> fromFile(file, problems));
            }
        }
        return null;
    }

    private Keys given(String where, List<String> problems) {
        if (!isWeb(where)) {
            return fromFile(Path.of(where), problems);
        }
        return fetched(where, where, problems).flatMap(json -> parsed(json, where, problems))
                .map(set -> new Keys(set, where, where.endsWith(KEYS) ? where.substring(0, where.length() - KEYS.length()) : null))
                .orElse(NOWHERE);
    }

    private Keys fromFile(Path file, List<String> problems) {
        var site = file.endsWith(KEYS) ? file.toAbsolutePath().getParent().getParent().toString() + "/" : null;
        return read(file, problems).flatMap(json -> parsed(json, file.toString(), problems)).map(set -> new Keys(set, file.toString(), site))
                .orElse(NOWHERE);
    }

    private static Optional<KeySet> parsed(String json, String from, List<String> problems) {
        try {
            return Optional.of(KeySet.read(json));
        } catch (RuntimeException noKeySet) {
            problems.add("The key set " + from + " cannot be read.");
            return Optional.empty();
        }
    }

    // ---- is it the newest?

    /// Whether the newsroom at hand has published newer words of the same story, or has withdrawn it.
    private boolean isOlderThanRecords(Verdict verdict) {
        if (room == null || verdict.story() == null || verdict.publishedAt() == null) {
            return false;
        }
        try {
            var story = UUID.fromString(verdict.story().replaceFirst("^urn:uuid:", ""));
            if (room.store().stories().story(story).map(s -> s.kill() != null).orElse(false)) {
                return true;
            }
            List<Publication> published = room.store().stories().publications(story);
            return published.stream().anyMatch(p -> isOlder(verdict, p.at()));
        } catch (IllegalArgumentException noUuid) {
            return false;
        }
    }

    /// Whether the site that the keys are from carries a newer version at the page's own address.
    private boolean isOlderThanItsSite(Verdict verdict, Keys keys) {
        var site = keys.set().keys().stream().filter(k -> k.roles().contains("publisher")).map(KeySet.Member::sub).findFirst().orElse("");
        if (keys.place() == null || verdict.url() == null || site.isEmpty() || !verdict.url().startsWith(site)) {
            return false;
        }
        var unread = new ArrayList<String>();
        var path = verdict.url().substring(site.length());
        if (isWeb(keys.place())) {
            var there = keys.place() + path;
            return !there.equals(verdict.file()) && fetched(there, keys.from(), unread).map(html -> isOlder(verdict, html, keys)).orElse(false);
        }
        var root = Path.of(keys.place()).normalize();
        var there = root.resolve(path.isEmpty() ? "index.html" : path).normalize();
        return there.startsWith(root) && Files.isRegularFile(there) && !there.toString().equals(Path.of(verdict.file()).toAbsolutePath().normalize().toString())
                && read(there, unread).map(html -> isOlder(verdict, html, keys)).orElse(false);
    }

    private static boolean isOlder(Verdict verdict, String newest, Keys keys) {
        var there = new PageVerifier(keys.set()).verify("newest", newest);
        return there.verdict() == Verdict.Kind.OURS_CURRENT && there.publishedAt() != null && verdict.story() != null && verdict.story().equals(there.story())
                && isOlder(verdict, Instant.parse(there.publishedAt()));
    }

    private static boolean isOlder(Verdict verdict, Instant other) {
        return verdict.publishedAt() != null && Instant.parse(verdict.publishedAt()).isBefore(other.truncatedTo(java.time.temporal.ChronoUnit.SECONDS));
    }

    /// Of two versions of one story in a folder, the older is superseded.
    private static List<Checked> withoutOlder(List<Checked> pages) {
        var newest = new HashMap<String, Instant>();
        pages.stream().map(Checked::verdict).filter(v -> v.verdict().isOurs() && v.story() != null && v.publishedAt() != null)
                .forEach(v -> newest.merge(v.story(), Instant.parse(v.publishedAt()), (a, b) -> a.isAfter(b) ? a : b));
        return pages.stream().map(p -> p.verdict().verdict() == Verdict.Kind.OURS_CURRENT && newest.containsKey(String.valueOf(p.verdict().story()))
                && isOlder(p.verdict(), newest.get(p.verdict().story())) ? new Checked(p.verdict().as(Verdict.Kind.OURS_SUPERSEDED), p.keys()) : p).toList();
    }

    private static boolean isWeb(String what) {
        return what.regionMatches(true, 0, "http://", 0, 7) || what.regionMatches(true, 0, "https://", 0, 8);
    }
}
