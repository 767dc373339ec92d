package galley.ingest;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where the feed of a page usually lies when its address alone tells: on the big platforms, and at the paths that most
/// publishing programs share.
final class KnownPlaces {

    private static final Pattern CHANNEL_IN_PAGE = Pattern.compile("(?:\"(?:channelId|externalId|browseId)\"\\s*:\\s*\"|itemprop=\"(?:channelId|identifier)\"\\s+content=\"|youtube\\.com/channel/)(UC[\\w-]{22})");
    private static final Pattern APPLE_PODCAST = Pattern.compile("/id(\\d{4,15})");
    private static final Pattern FEED_URL = Pattern.compile("\"feedUrl\"\\s*:\\s*\"(https?:[^\"]+)\"");
    private static final String YOUTUBE_FEED = "https://www.youtube.com/feeds/videos.xml?";
    private static final Set<String> GITHUB_PAGES = Set.of("about", "features", "explore", "topics", "trending", "marketplace", "settings", "login", "orgs", "sponsors", "search", "notifications");
    private static final List<String> WELL_KNOWN = List.of("feed", "rss", "rss.xml", "feed.xml", "atom.xml", "index.xml", "feed/", "feeds/posts/default", "feed.json", "rss/", "index.rdf", "?feed=rss2");

    private final URI page;
    private final String host;
    private final String path;
    private final List<String> steps;

    private KnownPlaces(URI page) {
        this.page = page;
        this.host = page.getHost().toLowerCase(Locale.ROOT).replaceFirst("^(?:www|m|mobile|old|new)\\.", "");
        this.path = page.getRawPath() == null ? "" : page.getRawPath().replaceFirst("/+$", "");
        this.steps = List.of(path.isEmpty() ? new String[0] : path.substring(1).split("/+"));
    }

    /// Feeds of a page on a known platform, the likeliest first; empty when the platform is none we know.
    static List<String> of(String address) {
        var page = page(address);
        return page == null ? List.of() : List.copyOf(new LinkedHashSet<>(new KnownPlaces(page).platform()));
    }

    /// Addresses that are worth a try when a page names no feed: beside the page, then at the top of its site.
    static List<String> wellKnown(String address) {
        var page = page(address);
        if (page == null) {
            return List.of();
        }
        var top = page.getScheme() + "://" + page.getRawAuthority() + "/";
        var rawPath = page.getRawPath() == null || page.getRawPath().isEmpty() ? "/" : page.getRawPath();
        var folder = top + rawPath.substring(1, rawPath.lastIndexOf('/') + 1);
        var places = new LinkedHashSet<String>();
        if (!folder.equals(top)) {
            WELL_KNOWN.subList(0, 5).forEach(name -> places.add(folder + name));
        }
        WELL_KNOWN.forEach(name -> places.add(top + name));
        return List.copyOf(places);
    }

    /// A feed that the source of a platform's page betrays though no link names it; null for none.
    static @Nullable String insidePage(String address, String html) {
        var page = page(address);
        if (page == null || !page.getHost().toLowerCase(Locale.ROOT).endsWith("youtube.com")) {
            return null;
        }
        var channel = CHANNEL_IN_PAGE.matcher(html);
        return channel.find() ? YOUTUBE_FEED + "channel_id=" + channel.group(1) : null;
    }

    /// Where a podcast directory tells a show's own feed; null when the address is no such page.
    static @Nullable String directory(String address) {
        var page = page(address);
        if (page == null || !(page.getHost().endsWith("podcasts.apple.com") || page.getHost().endsWith("itunes.apple.com"))) {
            return null;
        }
        var show = APPLE_PODCAST.matcher(page.getRawPath() == null ? "" : page.getRawPath());
        return show.find() ? "https://itunes.apple.com/lookup?entity=podcast&id=" + show.group(1) : null;
    }

    /// The feed that the directory's answer names; null for none.
    static @Nullable String inDirectory(String answer) {
        var feed = FEED_URL.matcher(answer);
        return feed.find() ? feed.group(1).replace("\\/", "/") : null;
    }

    private static @Nullable URI page(String address) {
        try {
            var uri = new URI(address);
            return Links.isWeb(address) && uri.getHost() != null ? uri : null;
        } catch (java.net.URISyntaxException none) {
            return null;
        }
    }

    private List<String> platform() {
        if (host.equals("youtube.com") || host.equals("music.youtube.com")) {
            return youtube();
        }
        if (host.equals("reddit.com")) {
            return List.of("https://www.reddit.com" + (steps.size() > 2 && step(0).matches("r|u|user") && !step(2).equals("comments") ? "/" + step(0) + "/" + step(1) : path) + "/.rss");
        }
        if (host.equals("github.com")) {
            return github();
        }
        if (host.equals("gitlab.com") || host.startsWith("gitlab.")) {
            return gitlab();
        }
        if (host.equals("bsky.app")) {
            return step(0).equals("profile") && steps.size() > 1 ? List.of("https://bsky.app/profile/" + step(1) + "/rss") : List.of();
        }
        if (host.equals("medium.com")) {
            return steps.isEmpty() ? List.of() : List.of("https://medium.com/feed/" + (step(0).equals("tag") && steps.size() > 1 ? "tag/" + step(1) : step(0)));
        }
        return shared();
    }

    /// Platforms that give everybody a host of their own, and programs that many sites run.
    private List<String> shared() {
        if (host.endsWith(".medium.com") || host.endsWith(".substack.com") || host.endsWith(".hashnode.dev")) {
            return List.of(top() + (host.endsWith(".hashnode.dev") ? "/rss.xml" : "/feed"));
        }
        if (host.endsWith(".tumblr.com") || host.equals("tumblr.com")) {
            return host.equals("tumblr.com") ? steps.isEmpty() ? List.of() : List.of("https://" + step(0) + ".tumblr.com/rss")
                    : List.of(top() + (step(0).equals("tagged") ? path + "/rss" : "/rss"));
        }
        if (host.endsWith(".wordpress.com")) {
            return List.of(top() + (step(0).matches("category|tag|author") ? path : "") + "/feed/");
        }
        if (host.matches(".+\\.blogspot\\.[a-z.]+") || host.endsWith(".blogger.com")) {
            return List.of(top() + "/feeds/posts/default");
        }
        if (host.equals("stackoverflow.com") || host.endsWith(".stackexchange.com") || host.matches("(?:serverfault|superuser|askubuntu)\\.com")) {
            return step(0).equals("questions") && step(1).equals("tagged") && steps.size() > 2 ? List.of(top() + "/feeds/tag/" + step(2))
                    : step(0).equals("questions") && step(1).matches("\\d+") ? List.of(top() + "/feeds/question/" + step(1)) : List.of(top() + "/feeds");
        }
        if (host.equals("vimeo.com") && steps.size() == 1) {
            return List.of("https://vimeo.com" + path + "/videos/rss");
        }
        if (host.equals("dailymotion.com") && steps.size() == 1) {
            return List.of("https://www.dailymotion.com/rss/user" + path);
        }
        if (host.equals("news.ycombinator.com")) {
            return List.of("https://news.ycombinator.com/rss");
        }
        if (host.equals("news.google.com") && !step(0).equals("rss")) {
            return List.of("https://news.google.com/rss" + path + (page.getRawQuery() == null ? "" : "?" + page.getRawQuery()));
        }
        if (host.equals("arxiv.org") && step(0).equals("list") && steps.size() > 1) {
            return List.of("https://rss.arxiv.org/rss/" + step(1));
        }
        return mastodon();
    }

    private List<String> youtube() {
        var list = query("list");
        if (list != null && list.matches("(?:PL|UU|FL|OL)[\\w-]+")) {
            return List.of(YOUTUBE_FEED + "playlist_id=" + list);
        }
        return switch (step(0)) {
            case "channel" -> step(1).matches("UC[\\w-]{22}") ? List.of(YOUTUBE_FEED + "channel_id=" + step(1)) : List.of();
            case "user" -> steps.size() > 1 ? List.of(YOUTUBE_FEED + "user=" + step(1)) : List.of();
            default -> List.of();
        };
    }

    private List<String> github() {
        if (steps.isEmpty() || GITHUB_PAGES.contains(step(0))) {
            return List.of();
        }
        if (steps.size() == 1) {
            return List.of("https://github.com/" + step(0) + ".atom");
        }
        var project = "https://github.com/" + step(0) + "/" + step(1).replaceFirst("\\.git$", "");
        var places = new ArrayList<String>();
        switch (step(2)) {
            case "tags", "releases" -> places.add(project + "/" + step(2) + ".atom");
            case "commits", "tree" -> places.add(project + "/commits/" + String.join("/", steps.subList(Math.min(3, steps.size()), steps.size())) + ".atom");
            case "wiki" -> places.add(project + "/wiki.atom");
            case "discussions" -> places.add(project + "/discussions.atom");
            default -> { }
        }
        places.replaceAll(place -> place.replace("/commits/.atom", "/commits.atom"));
        places.addAll(List.of(project + "/releases.atom", project + "/commits.atom", project + "/tags.atom"));
        return places;
    }

    private List<String> gitlab() {
        int dash = steps.indexOf("-");
        var own = steps.subList(0, dash < 0 ? steps.size() : dash);
        if (own.isEmpty()) {
            return List.of();
        }
        var project = top() + "/" + String.join("/", own);
        if (own.size() == 1) {
            return List.of(project + ".atom");
        }
        var what = dash >= 0 && dash + 1 < steps.size() ? steps.get(dash + 1) : "";
        return switch (what) {
            case "commits", "tree" -> List.of(project + "/-/commits/" + String.join("/", steps.subList(Math.min(dash + 2, steps.size()), steps.size())) + "?format=atom", project + ".atom");
            case "tags" -> List.of(project + "/-/tags?format=atom", project + ".atom");
            case "releases" -> List.of(project + "/-/releases.atom", project + ".atom");
            case "issues" -> List.of(project + "/-/issues.atom", project + ".atom");
            default -> List.of(project + ".atom", project + "/-/tags?format=atom");
        };
    }

    /// Mastodon and its kin, Lemmy and PeerTube show themselves by their paths alone.
    private List<String> mastodon() {
        if (step(0).matches("@[\\w.-]+") && (steps.size() == 1 || step(1).matches("\\d+|with_replies|media"))) {
            return List.of(top() + "/" + step(0) + ".rss");
        }
        if (step(0).equals("users") && steps.size() == 2 && !step(1).contains(".")) {
            return List.of(top() + path + ".rss");
        }
        if (step(0).equals("tags") && steps.size() == 2 && !step(1).contains(".")) {
            return List.of(top() + path + ".rss");
        }
        return step(0).equals("c") && steps.size() == 2 ? List.of(top() + "/feeds/c/" + step(1) + ".xml") : List.of();
    }

    private String top() {
        return page.getScheme() + "://" + page.getRawAuthority();
    }

    private String step(int n) {
        return n < steps.size() ? steps.get(n) : "";
    }

    private @Nullable String query(String name) {
        if (page.getRawQuery() == null) {
            return null;
        }
        for (var pair : page.getRawQuery().split("&")) {
            if (pair.startsWith(name + "=")) {
                return pair.substring(name.length() + 1);
            }
        }
        return null;
    }
}
