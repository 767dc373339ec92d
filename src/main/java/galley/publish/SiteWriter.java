package galley.publish;

import galley.desk.Newsroom;
import galley.desk.People;
import galley.desk.Person;
import galley.desk.Role;
import galley.publish.page.ArticlePage;
import galley.publish.page.ArticleView;
import galley.publish.page.Claim;
import galley.publish.page.CorrectionsView;
import galley.publish.page.HomeView;
import galley.publish.page.PagePicture;
import galley.publish.page.PersonView;
import galley.publish.page.RssFeed;
import galley.publish.page.SectionView;
import galley.publish.page.SignatureLine;
import galley.publish.page.SiteMark;
import galley.publish.page.SitePages;
import galley.publish.page.SitePaths;
import galley.publish.page.SiteView;
import galley.publish.page.Sitemap;
import galley.publish.page.StoryLink;
import galley.publish.page.Teaser;
import galley.publish.page.Trending;
import galley.signoff.Header;
import galley.signoff.KeySet;
import galley.signoff.Meaning;
import galley.signoff.PublicKeyRecord;
import galley.signoff.SignOff;
import galley.signoff.SignOffs;
import galley.signoff.StoryFile;
import galley.story.Assets;
import galley.story.Correction;
import galley.story.Json;
import galley.story.Picture;
import galley.story.Publication;
import galley.story.Stories;
import galley.story.Story;
import galley.story.StoryText;
import galley.story.Wire;
import galley.work.Cancel;
import galley.work.Progress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Makes every file of the site from the newsroom's records: what was published last of each story, and the pages around it.
/// The same records give the same bytes.
public final class SiteWriter {

    private static final int TICKER = 6;
    private static final int RELATED = 4;
    private static final int CORRECTED = 5;
    private static final int TOP = 4;
    private static final int FEED_ITEMS = 50;
    private static final int HEARD = 5_000;

    private final Shelves shelves;

    /// What a site is made from.
    public record Shelves(Stories stories, SignOffs signOffs, Wire wire, Assets assets, People people, PublicKeyRecord.Keys keys) {}

    public SiteWriter(Shelves shelves) {
        this.shelves = shelves;
    }

    /// A story as it was published last.
    private record Printed(Story story, Publication publication, StoryText text, int version) {

        Optional<Instant> modified() {
            return version > 1 ? Optional.of(publication.at()) : Optional.empty();
        }

        Optional<Correction> correction() {
            return text.corrections().isEmpty() ? Optional.empty() : Optional.of(text.corrections().getLast());
        }
    }

    void write(SiteFolder files, Newsroom newsroom, boolean forceAll, Progress.Watcher watcher, Cancel cancel) {
        var printed = printed();
        var site = site(newsroom, printed);
        int done = 0;
        for (var story : printed) {
            cancel.check();
            story.text().pictures().forEach(p -> files.put(path(p), bytes(p), forceAll));
            files.put(story.publication().path(), utf8(ArticlePage.render(view(story, printed, newsroom), site)), forceAll);
            watcher.see(new Progress(++done, printed.size(), story.text().headline()));
        }
        around(files, newsroom, printed, site, forceAll);
    }

    /// The page of a story exactly as it would be exported now, and its pictures by path. Only the signature block and those claims
    /// that need a signature are missing until they exist.
    public Preview preview(StoryFile file, List<Claim> claims, Newsroom newsroom, Instant now) {
        var printed = printed();
        var site = site(newsroom, printed);
        var before = file.lastPublication();
        var first = before.map(Publication::firstAt).orElse(now);
        var path = before.map(Publication::path).orElseGet(() -> SitePaths.article(first, newsroom.zone(), file.text().headline(), file.text().slugline(), ""));
        var signatures = new ArrayList<SignatureLine>();
        file.standing().printedEdit().ifPresent(s -> signatures.add(line(s, SignatureLine.Role.EDITED)));
        file.reviewed().ifPresent(s -> signatures.add(line(s, SignatureLine.Role.REVIEWED)));
        var view = new ArticleView(file.story().id(), path, file.text(), pictures(file.text()), report(file.story(), file.text()), claims, signatures, null,
                related(file.text(), path, printed), corrected(printed), first, before.map(b -> now).orElse(null), file.publications().size() + 1);
        var pictures = new LinkedHashMap<String, byte[]>();
        file.text().pictures().forEach(p -> pictures.put(path(p), bytes(p)));
        return new Preview(path, ArticlePage.render(view, site), pictures);
    }

    /// @param pictures bytes by path inside the site
    public record Preview(String path, String html, Map<String, byte[]> pictures) {}

    // ---- what is printed

    /// Newest first.
    private List<Printed> printed() {
        var all = new ArrayList<Printed>();
        for (var story : shelves.stories().all()) {
            var publications = shelves.stories().publications(story.id());
            if (!publications.isEmpty()) {
                var last = publications.getLast();
                var text = shelves.stories().revision(last.revision()).orElseThrow().text();
                int version = (int) publications.stream().map(Publication::digest).distinct().count();
                all.add(new Printed(story, last, text, version));
            }
        }
        all.sort(Comparator.comparing((Printed p) -> p.publication().firstAt()).reversed().thenComparing(p -> -p.story().row()));
        return all;
    }

    private SiteView site(Newsroom newsroom, List<Printed> printed) {
        var sections = printed.stream().map(p -> p.text().category()).filter(c -> !c.isBlank()).distinct().sorted()
                .map(SiteView.Section::named).toList();
        return new SiteView(newsroom, sections, trending(printed), null);
    }

    private Trending trending(List<Printed> printed) {
        if (printed.isEmpty()) {
            return Trending.none(Instant.EPOCH);
        }
        var asOf = printed.stream().map(p -> p.publication().at()).max(Comparator.naturalOrder()).orElseThrow();
        var candidates = new ArrayList<TrendingNow.Candidate>();
        for (int i = 0; i < printed.size(); i++) {
            var text = printed.get(i).text();
            candidates.add(new TrendingNow.Candidate(text.headline(), text.source() == null ? "" : text.source().name(), printed.get(i).publication().firstAt(), i));
        }
        var ranked = TrendingNow.of(candidates, shelves.wire().heardSince(asOf.minus(TrendingNow.WINDOW), HEARD), asOf, TICKER);
        return new Trending(ranked.stream().map(r -> link(printed.get(r.story().index()), r.sources() + (r.sources() == 1 ? " source" : " sources"))).toList(),
                asOf, TrendingNow.RULE);
    }

    // ---- an article

    private ArticleView view(Printed printed, List<Printed> all, Newsroom newsroom) {
        var publication = printed.publication();
        var claims = List.of(Json.read(publication.claims(), Claim[].class));
        return new ArticleView(printed.story().id(), publication.path(), printed.text(), pictures(printed.text()), report(printed.story(), printed.text()),
                claims, signatures(publication, newsroom), publication.signoff(), related(printed.text(), publication.path(), all), corrected(all),
                publication.firstAt(), printed.modified().orElse(null), printed.version());
    }

    private ArticleView.@Nullable Report report(Story story, StoryText text) {
        if (story.entry() == null || text.source() == null) {
            return null;
        }
        var first = shelves.wire().versions(story.entry()).getFirst();
        return new ArticleView.Report(first.title(), first.published(), null);
    }

    private static List<PagePicture> pictures(StoryText text) {
        return text.pictures().stream().map(p -> new PagePicture(path(p), p.mediaType(), p.width(), p.height(), p.alt())).toList();
    }

    private static String path(Picture picture) {
        return "pictures/" + picture.asset().substring(0, 16) + "." + switch (picture.mediaType()) {
            case "image/png" -> "png";
            case "image/webp" -> "webp";
            case "image/gif" -> "gif";
            default -> "jpg";
        };
    }

    private byte[] bytes(Picture picture) {
        return shelves.assets().asset(picture.asset()).map(Assets.Asset::bytes).orElseThrow(() -> galley.notice.Trouble.of(
                "The picture “" + picture.alt() + "” is missing from the newsroom.", "No page was changed.", "Add the picture to its story again."));
    }

    private List<SignatureLine> signatures(Publication publication, Newsroom newsroom) {
        var block = Json.MAPPER.readTree(publication.signoff()).path("signatures");
        var lines = new ArrayList<SignatureLine>();
        var signOffs = shelves.signOffs().of(publication.story());
        for (var signature : block) {
            var header = signature.path("protected").asString();
            signOffs.stream().filter(s -> s.header().equals(header)).findFirst().ifPresentOrElse(
                    s -> lines.add(line(s, s.meaning() == Meaning.EDITED ? SignatureLine.Role.EDITED : SignatureLine.Role.REVIEWED)),
                    () -> lines.add(new SignatureLine(SignatureLine.Role.PUBLISHED, newsroom.name(), SignatureLine.Signer.NEWSROOM, null, null,
                            publication.at(), "", String.valueOf(Header.read(header).kid()))));
        }
        return lines;
    }

    private SignatureLine line(SignOff signOff, SignatureLine.Role role) {
        var person = shelves.people().byId(signOff.person()).orElseThrow();
        boolean own = person.name().equals(signOff.printedAs());
        var signer = own ? SignatureLine.Signer.PERSON : isRole(signOff.printedAs()) ? SignatureLine.Signer.ROLE : SignatureLine.Signer.TEAM;
        // A credit stands for the person: their page would say who it was.
        return new SignatureLine(role, signOff.printedAs(), signer, own ? SitePaths.person(person.name()) : null, own ? job(person) : null,
                signOff.at(), signOff.meaning().words(), signOff.kid());
    }

    private static boolean isRole(String credit) {
        return java.util.Arrays.stream(Role.values()).anyMatch(r -> r.words().equalsIgnoreCase(credit));
    }

    private static String job(Person person) {
        var words = (person.isSenior() ? Role.SENIOR_EDITOR : Role.EDITOR).words();
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static List<StoryLink> related(StoryText text, String path, List<Printed> all) {
        return all.stream().filter(p -> !p.publication().path().equals(path))
                .filter(p -> p.text().category().equals(text.category()) && !text.category().isBlank()
                        || p.text().tags().stream().anyMatch(text.tags()::contains))
                .limit(RELATED).map(p -> link(p, "")).toList();
    }

    private static List<StoryLink> corrected(List<Printed> all) {
        return all.stream().filter(p -> p.correction().isPresent()).sorted(Comparator.comparing((Printed p) -> p.correction().orElseThrow().at()).reversed())
                .limit(CORRECTED).map(p -> new StoryLink(p.text().headline(), p.publication().path(), p.text().language(), p.text().category(),
                        p.correction().orElseThrow().at(), "")).toList();
    }

    private static StoryLink link(Printed printed, String note) {
        return new StoryLink(printed.text().headline(), printed.publication().path(), printed.text().language(), printed.text().category(),
                printed.publication().firstAt(), note);
    }

    // ---- the pages around

    private void around(SiteFolder files, Newsroom newsroom, List<Printed> printed, SiteView site, boolean forceAll) {
        var pages = new LinkedHashMap<String, @Nullable Instant>();
        var texts = new LinkedHashMap<String, String>();
        var newest = printed.stream().map(p -> p.publication().at()).max(Comparator.naturalOrder()).orElse(Instant.EPOCH);
        texts.put(SitePaths.HOME, SitePages.home(home(printed, site, newest), site));
        pages.put(SitePaths.HOME, printed.isEmpty() ? null : newest);
        for (var section : site.sections()) {
            var stories = printed.stream().filter(p -> SitePaths.section(p.text().category()).equals(section.path())).map(SiteWriter::teaser).toList();
            texts.put(section.path(), SitePages.section(new SectionView(section, stories), site));
            pages.put(section.path(), null);
        }
        var people = people(printed);
        texts.put(SitePaths.PEOPLE, SitePages.people(people, site));
        people.forEach(p -> texts.put(p.path(), SitePages.person(p, site)));
        texts.put(SitePaths.CORRECTIONS, SitePages.corrections(corrections(printed), site));
        texts.put(SitePaths.HOW_WE_WORK, SitePages.howWeWork(site));
        newsroom.policies().forEach((policy, text) -> {
            if (!text.isBlank()) {
                texts.put(SitePaths.policy(policy), SitePages.policy(policy, site));
            }
        });
        texts.keySet().forEach(p -> pages.putIfAbsent(p, null));
        printed.forEach(p -> pages.put(p.publication().path(), p.publication().at()));
        texts.put(SitePaths.NOT_FOUND, SitePages.notFound(site));
        texts.put(SitePaths.FEED, RssFeed.render(printed.stream().limit(FEED_ITEMS).map(p -> new RssFeed.Item("urn:uuid:" + p.story().id(), teaser(p), null)).toList(),
                newest, site));
        texts.put(SitePaths.SITEMAP, Sitemap.render(pages.entrySet().stream().map(e -> new Sitemap.Entry(e.getKey(), e.getValue())).toList(), site));
        texts.put(SitePaths.ROBOTS, Sitemap.robots(site));
        texts.put(SitePaths.KEYS, KeySet.of(shelves.keys().all(), shelves.people(), newsroom.name(), newsroom.site().toString()).json());
        texts.forEach((path, text) -> files.put(path, utf8(text), forceAll));
        SiteMark.files(newsroom.name()).forEach((path, bytes) -> files.put(path, bytes, forceAll));
    }

    private static HomeView home(List<Printed> printed, SiteView site, Instant asOf) {
        var lead = printed.stream().filter(p -> !p.text().pictures().isEmpty()).findFirst().or(() -> printed.stream().findFirst());
        var rest = new ArrayList<>(printed);
        lead.ifPresent(rest::remove);
        var top = rest.stream().limit(TOP).toList();
        rest.removeAll(top);
        var blocks = new ArrayList<HomeView.Block>();
        for (var section : site.sections()) {
            var stories = rest.stream().filter(p -> SitePaths.section(p.text().category()).equals(section.path())).limit(TOP).map(SiteWriter::teaser).toList();
            if (!stories.isEmpty()) {
                blocks.add(new HomeView.Block(section, stories));
            }
        }
        return new HomeView(asOf, lead.map(SiteWriter::teaser).orElse(null), top.stream().map(SiteWriter::teaser).toList(), blocks, corrected(printed));
    }

    private static Teaser teaser(Printed p) {
        var pictures = pictures(p.text());
        return new Teaser(p.text().headline(), p.publication().path(), p.text().language(), p.text().standfirst(), p.text().category(),
                p.text().source() == null ? null : p.text().source().name(), p.publication().firstAt(),
                p.correction().map(Correction::at).orElse(null), pictures.isEmpty() ? null : pictures.getFirst());
    }

    private List<PersonView> people(List<Printed> printed) {
        var keys = shelves.keys().all();
        return shelves.people().all().stream().map(person -> new PersonView(person.name(), person.roles().stream().sorted().map(Role::words).toList(),
                person.credits(), keys.stream().filter(k -> person.id().equals(k.person()))
                        .map(k -> new PersonView.Key(k.kid(), k.from(), k.until())).toList(),
                person.left(), signed(person.id(), printed))).toList();
    }

    /// Only what was signed under the person's own name: a credit is a promise not to say who.
    private List<StoryLink> signed(UUID person, List<Printed> printed) {
        var links = new ArrayList<StoryLink>();
        for (var p : printed) {
            var how = new LinkedHashSet<String>();
            for (var s : shelves.signOffs().of(p.story().id())) {
                if (s.person().equals(person) && s.covers(p.publication().digest()) && isOwnName(s)) {
                    how.add(s.meaning().code());
                }
            }
            if (!how.isEmpty()) {
                links.add(link(p, String.join(", ", how)));
            }
        }
        return links;
    }

    private boolean isOwnName(SignOff signOff) {
        return shelves.people().byId(signOff.person()).map(p -> p.name().equals(signOff.printedAs())).orElse(false);
    }

    private static CorrectionsView corrections(List<Printed> printed) {
        var lines = new ArrayList<CorrectionsView.Line>();
        for (var p : printed) {
            p.text().corrections().forEach(c -> lines.add(new CorrectionsView.Line(p.text().headline(), p.publication().path(), p.text().language(), c.at(), c.text())));
        }
        lines.sort(Comparator.comparing(CorrectionsView.Line::at).reversed());
        return new CorrectionsView(lines);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
