package galley.publish;

import galley.publish.page.Claim;
import galley.signoff.Header;
import galley.signoff.Jws;
import galley.signoff.KeySet;
import galley.signoff.Meaning;
import galley.signoff.Statement;
import galley.story.Addresses;
import galley.story.CanonicalText;
import galley.story.CanonicalWalk;
import galley.story.Concealment;
import galley.story.Hash;
import galley.story.Json;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import tools.jackson.databind.JsonNode;

/// Checks an exported page against the signatures in it (design, section 6): the words must be those that an editor and another
/// person signed, and every generated line must be the one the newsroom signed at export. It trusts nothing on the page but what
/// the given keys have signed.
public final class PageVerifier {

    /// An editor's, a reviewer's and the newsroom's; between the last two, the board's.
    private static final List<String> ROLES = List.of("editor", "reviewer", "publisher");
    private static final int MOST_SIGNATURES = 64;

    private final KeySet keys;

    public PageVerifier(KeySet keys) {
        this.keys = keys;
    }

    /// @param file what to call it in the verdict
    public Verdict verify(String file, String html) {
        return new Check(file, Jsoup.parse(html)).run();
    }

    /// Whether a page is an article, or passes for one: what it carries or says of itself, not what its scripts talk about.
    public static boolean isArticle(String html) {
        return (html.contains("signoff") || html.contains("jose+json") || html.contains("og:type"))
                && !Jsoup.parse(html).select("[data-signoff], script[type=application/jose+json], script#signoff, meta[property=og:type][content=article]").isEmpty();
    }

    /// The block's JSON. A page written as XHTML wraps every script so that XML leaves it alone.
    static String json(Element block) {
        return block.data().replaceFirst("^\\s*(//)?<!\\[CDATA\\[", "").replaceFirst("(//)?]]>\\s*$", "");
    }

    /// One signature as read.
    private record Signer(Header header, KeySet.Member key, Jws.Signature jws) {}

    /// One page being checked.
    private final class Check {
        private final String file;
        private final Document page;
        private final List<String> wrong = new ArrayList<>();
        private final Map<String, List<String>> text = new LinkedHashMap<>();
        private final Map<String, Signer> signers = new HashMap<>();
        private final List<Signer> board = new ArrayList<>();
        private @Nullable String story;
        private boolean unknownKey;

        Check(String file, Document page) {
            this.file = file;
            this.page = page;
        }

        Verdict run() {
            var blocks = page.select("script[type=application/jose+json], script#signoff");
            if (blocks.isEmpty()) {
                return verdict(Verdict.Kind.UNSIGNED);
            }
            if (blocks.size() > 1) {
                wrong.add("The page carries more than one signature block.");
                return verdict(Verdict.Kind.ALTERED);
            }
            var statement = statement(blocks.first());
            var article = article();
            if (statement != null && article != null) {
                compare(statement, article);
            }
            return verdict(!wrong.isEmpty() ? Verdict.Kind.ALTERED : unknownKey ? Verdict.Kind.UNKNOWN_KEY : Verdict.Kind.OURS_CURRENT);
        }

        private Verdict verdict(Verdict.Kind kind) {
            var edited = signers.get("editor");
            var reviewed = signers.get("reviewer");
            var published = signers.get("publisher");
            // A name is only worth saying when its signature held.
            return new Verdict(file, unknownKey && kind == Verdict.Kind.ALTERED && signers.isEmpty() ? Verdict.Kind.UNKNOWN_KEY : kind,
                    edited == null ? null : edited.header().name(), reviewed == null ? null : reviewed.header().name(), List.copyOf(wrong),
                    story, published == null ? null : published.header().url(), time(edited), time(reviewed), time(published), text,
                    board.stream().map(s -> String.valueOf(s.header().name())).toList(), published != null && published.header().isBeforeReview());
        }

        private static @Nullable String time(@Nullable Signer signer) {
            return signer == null ? null : Instant.ofEpochSecond(signer.header().iat()).toString();
        }

        // ---- the signature block

        private @Nullable Statement statement(Element block) {
            try {
                JsonNode json = Json.MAPPER.readTree(json(block));
                var payload = json.path("payload").asString();
                var statement = Statement.read(payload);
                story = statement.story();
                if (!Statement.TYPE.equals(statement.typ()) || !CanonicalText.FORM.equals(statement.canon()) || statement.parts() == null
                        || statement.links() == null) {
                    wrong.add("The signature block is of a kind this checker does not know.");
                    return null;
                }
                signatures(json.path("signatures"), payload);
                return statement;
            } catch (RuntimeException unreadable) {
                wrong.add("The signature block cannot be read.");
                return null;
            }
        }

        private void signatures(JsonNode list, String payload) {
            var headers = new ArrayList<Header>();
            for (int i = 0; i < Math.min(list.size(), MOST_SIGNATURES); i++) {
                headers.add(Header.read(list.get(i).path("protected").asString()));
            }
            var roles = roles(headers, list.size());
            Jws.@Nullable Signature before = null;
            Jws.@Nullable Signature review = null;
            long timeBefore = Long.MIN_VALUE;
            for (int i = 0; i < Math.min(list.size(), roles.size()); i++) {
                var jws = new Jws.Signature(list.get(i).path("protected").asString(), list.get(i).path("signature").asString());
                var role = roles.get(i);
                // Each member of the board signs the review, not the member before.
                signature(role, new Step(headers.get(i), jws, role.equals(Meaning.BOARD.role()) ? review : before, timeBefore), payload);
                before = jws;
                review = role.equals(Meaning.REVIEWED.role()) ? jws : review;
                timeBefore = headers.get(i).iat();
            }
            var editor = signers.get("editor");
            var reviewer = signers.get("reviewer");
            if (editor != null && reviewer != null && editor.key().sub().equals(reviewer.key().sub())) {
                wrong.add("Editor and reviewer are the same person.");
            }
        }

        /// Which part each signature has to play, by its place.
        private List<String> roles(List<Header> headers, int count) {
            var last = headers.isEmpty() ? null : headers.getLast();
            if (count == 2 && last != null && last.isBeforeReview() && "publisher".equals(last.role())) {
                return List.of("editor", "publisher");
            }
            int members = count - ROLES.size();
            boolean oneMore = members > 0 && count <= MOST_SIGNATURES
                    && headers.subList(2, count - 1).stream().allMatch(h -> Meaning.BOARD.role().equals(h.role()));
            if (members != 0 && !oneMore) {
                wrong.add("The signature block holds " + count + " signatures; an editor's, a reviewer's and the newsroom's are needed.");
            }
            var roles = new ArrayList<>(ROLES);
            for (int i = 0; oneMore && i < members; i++) {
                roles.add(2, Meaning.BOARD.role());
            }
            return roles;
        }

        private record Step(Header header, Jws.Signature jws, Jws.@Nullable Signature before, long timeBefore) {}

        private void signature(String role, Step step, String payload) {
            var header = step.header();
            if (!"Ed25519".equals(header.alg())) {
                wrong.add("The " + role + "'s signature uses “" + header.alg() + "”, not Ed25519.");
                return;
            }
            if (!"newsroom-signoff+jws".equals(header.typ())) {
                wrong.add("The " + role + "'s signature was made for something else.");
                return;
            }
            var key = keys.byKid(header.kid());
            if (key.isEmpty()) {
                unknownKey = true;
                return;
            }
            if (!Jws.holds(step.jws(), payload, galley.signoff.Ed25519.fromX(key.get().x()))) {
                wrong.add("The " + role + "'s signature does not hold.");
                return;
            }
            if (!role.equals(header.role()) || !key.get().roles().contains(role)) {
                wrong.add("The key of " + key.get().name() + " may not sign as " + role + ".");
                return;
            }
            if (!key.get().isGoodAt(header.iat())) {
                wrong.add("The key of " + key.get().name() + " was not valid when it signed.");
            }
            if (!role.equals("publisher") && !key.get().maySignAs(header.name())) {
                wrong.add(key.get().name() + " may not sign as “" + header.name() + "”.");
            }
            if (!role.equals("publisher") && !meaning(role).words().equals(header.meaning())) {
                wrong.add("The " + role + "'s signature says “" + header.meaning() + "”.");
            }
            if (step.before() != null && !step.before().hash().equals(header.prev())) {
                wrong.add("The " + role + "'s signature does not build on the one before it.");
            }
            if (header.iat() < step.timeBefore()) {
                wrong.add("The " + role + " signed before the one whose work they sign.");
            }
            var signer = new Signer(header, key.get(), step.jws());
            if (role.equals(Meaning.BOARD.role())) {
                if (board.stream().anyMatch(s -> s.key().sub().equals(key.get().sub()))) {
                    wrong.add(key.get().name() + " signed for the board twice.");
                }
                board.add(signer);
            } else {
                signers.put(role, signer);
            }
        }

        private static Meaning meaning(String role) {
            return Arrays.stream(Meaning.values()).filter(m -> m.role().equals(role)).findFirst().orElseThrow();
        }

        // ---- the article

        private @Nullable Element article() {
            var articles = page.select("article, [data-signoff]");
            if (articles.size() != 1 || !articles.first().hasAttr("data-signoff")) {
                wrong.add(articles.isEmpty() ? "The page has no article." : articles.size() > 1 ? "The page has more than one article."
                        : "The article is not marked as signed.");
                return null;
            }
            return articles.first();
        }

        private void compare(Statement statement, Element article) {
            var publisher = signers.get("publisher");
            var base = publisher == null ? "" : Objects.requireNonNullElse(publisher.header().url(), "");
            if (!CanonicalText.FORM.equals(article.attr("data-signoff")) || !statement.story().equals(article.attr("data-story"))) {
                wrong.add("The article names another story than the signatures.");
            }
            var found = CanonicalWalk.ofArticle(article, base);
            var canonical = CanonicalText.of(found);
            canonical.blocks().forEach((part, blocks) -> text.put(part.code(), blocks));
            var digests = canonical.digests();
            var parts = new ArrayList<>(statement.parts().keySet());
            digests.keySet().stream().filter(p -> !parts.contains(p)).forEach(parts::add);
            for (var part : parts) {
                BlockDifferences.between(part, statement.parts().getOrDefault(part, List.of()), digests.getOrDefault(part, List.of()),
                        text.getOrDefault(part, List.of()), wrong);
            }
            var signedLinks = composed(statement.links());
            var links = composed(canonical.links());
            if (!signedLinks.equals(links)) {
                BlockDifferences.links(signedLinks, links, wrong);
            }
            var drawn = unsigned(found, article);
            if (publisher != null) {
                claims(found, publisher.header());
                wrong.addAll(BesideTheArticle.differences(page, article, new BesideTheArticle.Signed(everybody(), publisher.header(), text), drawn));
            }
        }

        /// An address may come decomposed (NFD) like any other text.
        private static List<String> composed(List<String> links) {
            return links.stream().map(l -> Normalizer.normalize(l, Normalizer.Form.NFC)).toList();
        }

        private List<BesideTheArticle.Signer> everybody() {
            var all = new ArrayList<BesideTheArticle.Signer>();
            ROLES.stream().map(signers::get).filter(Objects::nonNull).forEach(s -> all.add(beside(s)));
            board.forEach(s -> all.add(beside(s)));
            return all;
        }

        private static BesideTheArticle.Signer beside(Signer signer) {
            var key = signer.key();
            var name = signer.header().name();
            return new BesideTheArticle.Signer(String.valueOf(signer.header().role()), name == null ? key.name() : name, key.name(), key.kid(), signer.header().iat());
        }

        /// What stands in the article beside the signed words, or keeps them from being read.
        ///
        /// @return what style sheets write on the page
        private List<String> unsigned(CanonicalWalk.Found found, Element article) {
            found.in(CanonicalWalk.STRAY).forEach(stray -> wrong.add("Text that nobody signed stands in the article: “" + Excerpt.of(stray) + "”."));
            found.links().getOrDefault(CanonicalWalk.STRAY, List.of())
                    .forEach(link -> wrong.add("A link that nobody signed stands in the article: " + link + "."));
            found.furniture().stream().filter(TrustPhrases::isIn)
                    .forEach(words -> wrong.add("An unsigned label claims what nobody signed: “" + Excerpt.of(words) + "”."));
            found.concealed().forEach(c -> wrong.add("Signed text is " + c.how() + ": “" + Excerpt.of(c.words()) + "”."));
            found.tampering().forEach(t -> wrong.add(t.what() + (t.words().isEmpty() ? "." : ": “" + Excerpt.of(t.words()) + "”.")));
            var drawn = DrawnWords.of(page, article);
            wrong.addAll(drawn.wrong());
            if (Concealment.isAround(article)) {
                wrong.add("The whole article is hidden or turned round.");
            }
            if (page.select("template[shadowrootmode], template[shadowroot]").stream()
                    .anyMatch(t -> t.parent() == null || t.parent() == article || article.parents().contains(t.parent()) || t.parents().contains(article))) {
                wrong.add("Something else is drawn in the place of the signed words.");
            }
            if (!found.relative().isEmpty() && !page.select("base[href]").isEmpty()) {
                wrong.add("The page turns its links elsewhere.");
            }
            return drawn.strings();
        }

        /// A page either has its reviewer or says that it was printed before the review.
        private void review(Map<String, List<String>> claimed, Header header) {
            boolean saysBefore = claimed.containsKey(Claim.Kind.UNREVIEWED.code());
            if (header.isBeforeReview() != saysBefore || saysBefore && claimed.containsKey(Claim.Kind.REVIEWED_BY.code())) {
                wrong.add("The page does not say rightly whether it was reviewed before it was printed.");
            }
        }

        /// *Verified by Editorial Board* needs as many members as the newsroom had stated, one of them not the reviewer.
        private void board(Map<String, List<String>> claimed, Header header) {
            if (!claimed.containsKey(Claim.Kind.BOARD.code())) {
                return;
            }
            var stated = header.board();
            var reviewer = signers.get("reviewer");
            if (stated == null || stated.quorum() < 1 || board.size() < stated.quorum()) {
                wrong.add("The page says that the board verified it, but " + board.size() + " of its members signed.");
            } else if (!stated.seniors() && reviewer != null && board.stream().allMatch(s -> s.key().sub().equals(reviewer.key().sub()))) {
                wrong.add("The page says that the board verified it, but only its reviewer signed for the board.");
            }
        }

        /// The generated lines are those the newsroom signed at export.
        private void claims(CanonicalWalk.Found found, Header header) {
            var signed = header.claims() == null ? Map.<String, List<String>>of() : header.claims();
            review(signed, header);
            board(signed, header);
            var printed = new LinkedHashMap<String, List<String>>();
            found.blocks().forEach((bucket, blocks) -> {
                if (bucket.startsWith(CanonicalWalk.CLAIM)) {
                    printed.put(bucket.substring(CanonicalWalk.CLAIM.length()), blocks);
                }
            });
            text.putAll(printed);
            for (var kind : signed.keySet()) {
                if (!printed.containsKey(kind)) {
                    wrong.add("The line “" + kind + "” is missing.");
                }
            }
            printed.forEach((kind, blocks) -> {
                if (!blocks.stream().map(Hash::base64Url).toList().equals(signed.get(kind))) {
                    wrong.add("The line “" + kind + "” is not the one that was signed: “" + Excerpt.of(String.join(" ", blocks)) + "”.");
                }
            });
            found.links().forEach((bucket, links) -> {
                if (bucket.startsWith(CanonicalWalk.CLAIM)) {
                    links.stream().filter(link -> header.url() == null || !Addresses.isSameSite(header.url(), link)).forEach(link ->
                            wrong.add("The line “" + bucket.substring(CanonicalWalk.CLAIM.length()) + "” leads away from the newsroom, to " + link + "."));
                }
            });
            // A page without the line, kept or printed elsewhere, names no address and misleads nobody.
            if (page.select("link[rel=canonical]").stream().anyMatch(l -> !l.attr("href").equals(header.url()))) {
                wrong.add("The page names another address than the one it was published at.");
            }
            dates("published", header.published(), "The date of publication is not the one that was signed.");
            dates("modified", header.modified(), "The date of the last change is not the one that was signed.");
        }

        /// What machines read of a date; what people read of it is the line's text.
        private void dates(String claim, @Nullable String signed, String otherwise) {
            if (page.select("[data-claim=" + claim + "] time[datetime]").stream().anyMatch(t -> !t.attr("datetime").equals(signed))) {
                wrong.add(otherwise);
            }
        }
    }
}
