package galley.publish.page;

import galley.desk.Newsroom;
import galley.desk.Newsroom.Policy;
import galley.publish.page.Claim.Kind;
import galley.publish.page.SignatureLine.Role;
import galley.publish.page.SignatureLine.Signer;
import galley.story.Correction;
import galley.story.Evidence;
import galley.story.Picture;
import galley.story.Source;
import galley.story.StoryText;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// An invented newspaper and its stories of one invented day.
final class Courier {

    static final Instant NOON = Instant.parse("2026-11-17T12:06:00Z");
    static final ZoneId ZONE = ZoneId.of("Europe/London");
    static final String KEY_ROSA = "GkxQ0tS8xbr1lAaUEv3rWFZIdME2HJqCsTmpqvFRhW8";
    static final String KEY_IDRIS = "DC6phoCZbq95hbbDrSZKhFjYZCq6qpLP9hYhUO3WT4Q";
    static final String KEY_COURIER = "qG53nDvvx3FJb5DMC4qBd9Y1OgxV3oQzi8JS-mQYRBo";

    private Courier() {}

    static Newsroom newsroom() {
        var policies = new EnumMap<Policy, String>(Policy.class);
        policies.put(Policy.PRINCIPLES, "We print what we can show.\n\nWho wrote, who edited and who reviewed stands on every page, and what we could not find out stands there too.");
        policies.put(Policy.ETHICS, "Nobody pays for a story, and nobody pays to keep one out.\n\nWe do not accept gifts from people we report on.");
        policies.put(Policy.CORRECTIONS, "We correct what was wrong where it stood, say what it was, and list it on the corrections page.");
        policies.put(Policy.VERIFICATION, "A wire report is a beginning. Figures are checked against the record they come from; two people sign before we print.");
        policies.put(Policy.UNNAMED_SOURCES, "An unnamed source needs the consent of a senior editor, who knows the name.");
        policies.put(Policy.OWNERSHIP, "The Larn Courier belongs to its readers’ cooperative. Its accounts are open.");
        policies.put(Policy.FEEDBACK, "Write to corrections@larn-courier.example. A person answers within a day.");
        policies.put(Policy.LICENCE, "The newsroom’s own words may be used under CC BY 4.0. Wire texts belong to their agencies.");
        return new Newsroom("The Larn Courier", URI.create("https://larn-courier.example/"), "en-GB", ZONE,
                "corrections@larn-courier.example", "CC BY 4.0", policies);
    }

    static SiteView site() {
        var sections = List.of("Weather", "Politics", "Economy", "Society", "Transport", "Culture", "Sport").stream()
                .map(SiteView.Section::named).toList();
        return new SiteView(newsroom(), sections, trending(), SitePaths.CHECKER);
    }

    static Trending trending() {
        return new Trending(List.of(
                link("Velmark teachers accept pay offer and end three-week strike", "Society", "5 sources"),
                link("Council votes to rebuild the east breakwater", "Politics", "4 sources"),
                link("Orchard growers count the cost of a late frost", "Economy", "4 sources"),
                link("Island ferry fares rise 4 per cent in January", "Transport", "3 sources"),
                new StoryLink("بلدية سوريم تفتح الجسر القديم أمام المشاة", path("بلدية", "surim-bridge"), "ar", "Society", null, "2 sources"),
                link("Old library to reopen in spring with a reading room for children", "Culture", "2 sources")),
                Instant.parse("2026-11-17T14:00:00Z"), "Ranked by how many sources report it and how lately.");
    }

    static StoryLink link(String headline, String section, String note) {
        return new StoryLink(headline, path(headline), "en-GB", section, null, note);
    }

    static String path(String headline) {
        return path(headline, "");
    }

    static String path(String headline, String slugline) {
        return SitePaths.article(NOON, ZONE, headline, slugline, "");
    }

    /// A story with everything a page can show.
    static ArticleView storm() {
        var text = new StoryText("storm-harbour", "Storm keeps Larnholm harbour shut for a second day",
                "Ferries to the outer islands will not sail before Thursday; the lifeboat service asks people to stay off the east wall.",
                "By Maren Holt, Northwire", "LARNHOLM", STORM_BODY,
                List.of(new Picture("a".repeat(64), "image/png", 1400, 788,
                                "Bar chart: wave height rises from under one metre on Monday noon to six metres at one o’clock on Tuesday morning, then falls to three and a half.",
                                "The buoy measured six metres at one o’clock on Tuesday morning.", "Chart: The Larn Courier. Data: harbour office.", "https://creativecommons.org/licenses/by/4.0/"),
                        new Picture("b".repeat(64), "image/png", 1400, 788, "Map of the harbour: the east wall, the fish quay and the inner pier.",
                                "The swell came over the east wall, right.", "Map: The Larn Courier", "")),
                "<p>The east wall was last rebuilt in 1958 and patched eleven times since. Tuesday’s vote to replace it comes after three closures in four winters; each cost the island line about 40,000 crowns in refunds, <a href=\"https://island-line.example/accounts/2025.pdf\">its accounts</a> show.</p>",
                "The harbour master was asked twice about the age of the wall’s last survey. She did not know.",
                List.of(new Evidence("https://harbour.larnholm.example/bulletins/31", "Harbour bulletin 31: moorings, closures, swell", Evidence.Kind.PRIMARY,
                                Instant.parse("2026-11-17T11:19:00Z"), "c".repeat(64), "Eleven craft under eight metres parted their moorings; two were lost at the inner pier.", "eleven small boats broke their moorings"),
                        new Evidence("https://island-line.example/notices/cancelled", "Sailings cancelled, 17 and 18 November", Evidence.Kind.PRIMARY,
                                Instant.parse("2026-11-17T10:58:00Z"), null, "", "all 14 sailings"),
                        new Evidence("https://island-line.example/accounts/2025.pdf", "Annual accounts 2025, page 14", Evidence.Kind.PRIMARY,
                                Instant.parse("2026-11-17T11:10:00Z"), "d".repeat(64), "Refunds, weather: 119,640 crowns.", "about 40,000 crowns"),
                        new Evidence("https://halden-ledger.example/wall", "Larnholm and its wall, 1958 to 2019", Evidence.Kind.SECONDARY,
                                null, null, "", "last rebuilt in 1958")),
                new Source("Northwire", "https://northwire.example/stories/48213"),
                List.of(new Correction(Instant.parse("2026-11-17T12:44:00Z"), "An earlier version said that the clinic has supplies for eighteen days. It has enough for eight.")),
                "Weather", List.of("Transport", "Larnholm"), "en-GB", "");
        var claims = new ArrayList<>(signedClaims("Rosa Lindqvist", "Idris Bello"));
        claims.add(new Claim(Kind.MODIFIED, "corrected", "17 Nov, 12:44", null, Instant.parse("2026-11-17T12:44:00Z")));
        claims.add(Claim.of(Kind.ORIGINAL_ANALYSIS, "Original analysis & verification", ""));
        claims.add(Claim.of(Kind.BOARD, "Verified by Editorial Board", "Tomas Lind and Mira Sand, 17 Nov 2026, 12:42 GMT"));
        claims.add(Claim.of(Kind.METHODOLOGY, "Methodology", "Written from a Northwire report received at 09:12. 61 per cent of the text is our own, 15 per cent is quoted word for word. This version was edited by Rosa Lindqvist at 12:31 and reviewed by Idris Bello, who wrote none of it, at 12:38."));
        claims.add(Claim.of(Kind.PRIMARY_SOURCES, "Cross-referenced with", "3 primary sources").linkedTo("#evidence"));
        return new ArticleView(UUID.fromString("01936f00-0000-7000-8000-000000000001"), path(text.headline()), text,
                List.of(picture("storm-chart.png", text.pictures().getFirst()), picture("harbour-map.png", text.pictures().get(1))),
                new ArticleView.Report("Larnholm harbour closed by storm", Instant.parse("2026-11-17T09:12:00Z"), "https://northwire.example/"),
                claims, signatures("Rosa Lindqvist", "Idris Bello"), SIGNOFF,
                List.of(new StoryLink("Council votes to rebuild the east breakwater", path("Council votes to rebuild the east breakwater"), "en-GB", "Politics", Instant.parse("2026-11-17T13:31:00Z"), ""),
                        new StoryLink("What the new wall will cost, and who pays", path("What the new wall will cost, and who pays"), "en-GB", "Economy", Instant.parse("2026-11-17T13:40:00Z"), ""),
                        new StoryLink("In pictures: a night on the fish quay", path("In pictures: a night on the fish quay"), "en-GB", "Weather", Instant.parse("2026-11-17T10:15:00Z"), "")),
                List.of(new StoryLink("Island ferry fares rise 4 per cent in January", path("Island ferry fares rise 4 per cent in January"), "en-GB", "", Instant.parse("2026-11-17T10:52:00Z"), "by 4, not 14, per cent"),
                        new StoryLink("Storm keeps Larnholm harbour shut for a second day", path("Storm keeps Larnholm harbour shut for a second day"), "en-GB", "", Instant.parse("2026-11-17T12:44:00Z"), "the clinic’s supplies")),
                NOON, Instant.parse("2026-11-17T12:44:00Z"), 2);
    }

    /// A headline, one paragraph, two signatures: nothing else is known, nothing else is printed.
    static ArticleView shortNotice() {
        return signed(2, StoryText.of("Library closes early on Friday", "<p>The library closes at three on Friday. The lift is being repaired.</p>"));
    }

    static ArticleView arabic() {
        var text = new StoryText("surim-bridge", "بلدية سوريم تفتح الجسر القديم أمام المشاة بعد ترميم دام عامين",
                "المهندسون يقولون إن الأقواس الحجرية السبعة ستصمد مئة عام أخرى، والسيارات لن تعود إليه.",
                "ليلى حداد", "سوريم",
                "<p>فتحت بلدية سوريم صباح الثلاثاء الجسر القديم أمام المشاة، بعد أعمال ترميم استمرت عامين وكلفت 4.2 مليون كراون.</p><p>وقالت رئيسة المهندسين نادية قاسم إن الأقواس السبعة فُككت حجرًا حجرًا ثم أُعيد بناؤها.</p><blockquote><p>«كل حجر عاد إلى مكانه، وكل حجر يحمل رقمه»</p><p>نادية قاسم، رئيسة المهندسين</p></blockquote><h2>ماذا بعد</h2><p>تبدأ في الربيع أعمال إنارة الضفتين، وفق <a href=\"https://surim.example/plan\">خطة البلدية</a>.</p><ul><li>الإنارة: مارس</li><li>المقاعد: أبريل</li></ul>",
                List.of(), "<p>بُني الجسر سنة 1743 وأُغلق أمام السيارات سنة 2011.</p>", "",
                List.of(new Evidence("https://surim.example/plan", "خطة بلدية سوريم للضفتين", Evidence.Kind.PRIMARY, NOON, null, "", "أعمال إنارة الضفتين")),
                new Source("وكالة الساحل", "https://sahel.example/news/771"), List.of(), "Society", List.of(), "ar", "");
        var words = PageWords.in("ar", "en-GB", ZONE);
        var claims = List.of(
                Claim.of(Kind.EDITED_BY, words.say("edited-by"), "Rosa Lindqvist").linkedTo("#signed-edited"),
                Claim.of(Kind.REVIEWED_BY, words.say("reviewed-by"), "Idris Bello").linkedTo("#signed-reviewed"),
                new Claim(Kind.PUBLISHED, words.say("published"), words.dayAndTime(NOON), null, NOON),
                Claim.of(Kind.ORIGINAL_ANALYSIS, words.say("original-analysis"), ""));
        return view(3, text, List.of(), claims);
    }

    static ArticleView japanese() {
        return signed(4, new StoryText("ueda-line", "上田線、三年ぶりに全線で運転再開 山間の駅に最初の列車が到着",
                "土砂崩れで止まっていた区間の工事が終わり、始発列車には住民約二百人が乗り込んだ。", "", "上田",
                "<p>三年前の土砂崩れで一部が不通となっていた上田線が火曜日、全線で運転を再開した。始発列車は午前六時十二分、定刻どおりに山間の駅に到着した。</p><p>沿線の町によると、列車には住民約二百人が乗り込んだ。工事では線路の下に長さ四十メートルの新しい橋が架けられた。</p>",
                List.of(), "", "", List.of(), new Source("東沢通信", "https://higashizawa.example/1204"), List.of(), "Transport", List.of(), "ja", ""));
    }

    static ArticleView hebrew() {
        return signed(5, new StoryText("tram", "החשמלית חוזרת לשדרה: הקו הראשון ייפתח בחודש מאי", "הנסיעות בשבוע הראשון יהיו ללא תשלום.", "", "",
                "<p>קו החשמלית הראשון ייפתח בחודש מאי, הודיעה העירייה ביום שלישי.</p><p>בשבוע הראשון יהיו הנסיעות ללא תשלום.</p>",
                List.of(), "", "", List.of(), new Source("הד הנמל", "https://hed.example/55"), List.of(), "Transport", List.of(), "he", ""));
    }

    static ArticleView emoji() {
        return signed(6, StoryText.of("🌊", "<p>One picture says it.</p>"));
    }

    static ArticleView longHeadline() {
        var long500 = "The committee on the committee that was set up to look into the setting up of committees has, after eleven sittings, four recesses, one fire drill and a birthday, ".repeat(4).substring(0, 499) + "…";
        return signed(7, StoryText.of(long500, "<p>It will report in spring.</p>"));
    }

    static ArticleView unbrokenHeadline() {
        return signed(10, StoryText.of("Aaaaaaaargh".repeat(20), "<p>" + "long".repeat(100) + "</p><ul><li>" + "https://x.example/".repeat(20) + "</li></ul>"));
    }

    /// Every field holds what a hostile feed would put there.
    static ArticleView hostile() {
        var bad = "</script><script>alert(1)</script><img src=x onerror=alert(2)>\"'`&amp;<!--]]>{{7*7}}${7*7}\u2028\u0001\uFFFE";
        var text = new StoryText(bad, bad, bad, bad, bad,
                "<p onclick=\"alert(1)\">Text " + escaped(bad) + "</p><script>alert(3)</script><p><a href=\"javascript:alert(4)\">link</a><a href=\"https://ok.example/?a=1&amp;b=%22\">fine</a></p><style>p{display:none}</style><iframe src=\"https://evil.example\"></iframe><svg onload=alert(5)></svg><h3>deep</h3>loose<li>item</li><ul>bad<li></li></ul><p data-part=\"headline\" data-unsigned>marked</p>",
                List.of(new Picture("e".repeat(64), "image/png", 10, 10, bad, bad, bad, bad)),
                "<p>" + escaped(bad) + "</p><object data=x></object>", bad,
                List.of(new Evidence("javascript:alert(6)", bad, Evidence.Kind.PRIMARY, NOON, null, bad, bad)),
                new Source(bad, "javascript:alert(7)"), List.of(new Correction(NOON, bad)), bad, List.of(bad), "en", bad);
        var claims = new ArrayList<Claim>();
        for (var kind : Kind.values()) {
            claims.add(new Claim(kind, bad, bad, "#" + bad, kind == Kind.PUBLISHED ? NOON : null));
        }
        return new ArticleView(UUID.fromString("01936f00-0000-7000-8000-000000000008"), "2026/11/17/hostile.html", text,
                List.of(new PagePicture("pictures/x.png", "image/png", 10, 10, bad)), new ArticleView.Report(bad, NOON, bad), claims,
                List.of(new SignatureLine(Role.EDITED, bad, Signer.PERSON, "people/x.html", bad, NOON, bad, bad)),
                "{\"payload\":\"</script><script>alert(8)</script>\"}",
                List.of(new StoryLink(bad, "x.html", "en", bad, NOON, bad)), List.of(), NOON, NOON, 1);
    }

    private static String escaped(String s) {
        return s.replace("&", "&amp;").replace("<", "&lt;");
    }

    static ArticleView signed(int number, StoryText text) {
        return view(number, text, List.of(), signedClaims("Rosa Lindqvist", "Idris Bello"));
    }

    static ArticleView view(int number, StoryText text, List<PagePicture> pictures, List<Claim> claims) {
        return new ArticleView(new UUID(0x01936f0000007000L, 0x8000000000000000L + number), path(text.headline(), text.slugline()), text, pictures, null,
                claims, signatures("Rosa Lindqvist", "Idris Bello"), SIGNOFF, List.of(), List.of(), NOON, null, 1);
    }

    static List<Claim> signedClaims(String editor, String reviewer) {
        var words = PageWords.in("en-GB", "en-GB", ZONE);
        return List.of(
                Claim.of(Kind.EDITED_BY, "Edited by", editor).linkedTo("#" + Role.EDITED.anchor()),
                Claim.of(Kind.REVIEWED_BY, "Reviewed by", reviewer).linkedTo("#" + Role.REVIEWED.anchor()),
                new Claim(Kind.PUBLISHED, "Published", words.dayAndTime(NOON), null, NOON));
    }

    static List<SignatureLine> signatures(String editor, String reviewer) {
        return List.of(
                new SignatureLine(Role.EDITED, editor, Signer.PERSON, SitePaths.person(editor), "Editor", Instant.parse("2026-11-17T11:58:00Z"), "I edited this text and stand by it.", KEY_ROSA),
                new SignatureLine(Role.REVIEWED, reviewer, Signer.PERSON, SitePaths.person(reviewer), "Senior editor", Instant.parse("2026-11-17T12:02:00Z"), "I compared this text with its sources, wrote none of it, and stand by it.", KEY_IDRIS),
                new SignatureLine(Role.PUBLISHED, "The Larn Courier", Signer.NEWSROOM, null, null, NOON, "", KEY_COURIER));
    }

    static PagePicture picture(String name, Picture said) {
        return new PagePicture("pictures/" + name, said.mediaType(), said.width(), said.height(), said.alt());
    }

    static Map<String, ArticleView> articles() {
        var all = new java.util.LinkedHashMap<String, ArticleView>();
        for (var view : List.of(storm(), shortNotice(), arabic(), japanese(), hebrew(), emoji())) {
            all.put(view.path(), view);
        }
        return all;
    }

    static final String SIGNOFF = "{\"payload\":\"eyJ0eXAiOiJuZXdzcm9vbS1zaWdub2ZmLzEifQ\",\"signatures\":[{\"protected\":\"e30\",\"signature\":\"AA\"}]}";

    private static final String STORM_BODY = """
            <p>The harbour at Larnholm stayed closed on Tuesday after waves of up to six metres broke over the east wall and threw stones across the fish quay.</p>
            <p>No one was hurt, the harbour office said, but eleven small boats broke their moorings overnight and two sank at the inner pier.</p>
            <blockquote><p>“We will open when the swell drops below two metres, and not an hour earlier.”</p><p>Edda Rowe, harbour master</p></blockquote>
            <p>She expects that on Thursday morning. The island line has cancelled all 14 sailings for Tuesday and Wednesday. <a href="https://island-line.example/notices/cancelled">Tickets remain valid</a> for a week.</p>
            <h2>Supplies by helicopter</h2>
            <p>Supplies for the clinic on Outer Skell went by helicopter on Monday evening. The clinic has enough for eight days, its head nurse said by radio.</p>
            <ul><li>Outer Skell: clinic supplied, shop open until noon</li><li>Inner Skell: no deliveries before Thursday</li><li>Brae: road along the shore closed</li></ul>
            <p>The lifeboat service asks people to keep off the east wall. Two walkers were swept from it in the storm of 2019. The forecast for Wednesday is for gusts of 90 kilometres an hour, easing overnight.</p>
            """;
}
