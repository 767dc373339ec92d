package galley.desk;

import java.net.URI;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;

/// What the newsroom says of itself; printed on pages and sent as the contact of the feed reader.
///
/// @param site the canonical address of the site, `https`, ending in `/`
/// @param language BCP 47 tag of its pages
/// @param zone the time zone in which times are printed
/// @param contact mail or web address for readers and for feed owners
/// @param policies texts the newsroom has written, by [Policy]; what it has not written is not printed
public record Newsroom(String name, URI site, String language, ZoneId zone, String contact, String licence,
                       Map<Policy, String> policies) {

    /// The pages on which a newsroom says how it works (schema.org NewsMediaOrganization).
    public enum Policy {
        PRINCIPLES("publishingPrinciples", "Publishing principles"),
        ETHICS("ethicsPolicy", "Ethics"),
        CORRECTIONS("correctionsPolicy", "Corrections policy"),
        VERIFICATION("verificationFactCheckingPolicy", "How we verify"),
        UNNAMED_SOURCES("unnamedSourcesPolicy", "Unnamed sources"),
        OWNERSHIP("ownershipFundingInfo", "Ownership and funding"),
        FEEDBACK("actionableFeedbackPolicy", "Tell us of an error"),
        LICENCE("license", "Licence");

        private final String schemaOrg;
        private final String title;

        Policy(String schemaOrg, String title) {
            this.schemaOrg = schemaOrg;
            this.title = title;
        }

        /// The property of schema.org that names this policy.
        public String schemaOrg() {
            return schemaOrg;
        }

        public String title() {
            return title;
        }

        /// The last part of the page's address: `unnamed-sources`.
        public String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Newsroom {
        name = name.strip();
        if (name.isEmpty()) {
            throw new IllegalArgumentException("A newsroom needs a name.");
        }
        if (!site.toString().endsWith("/")) {
            site = URI.create(site + "/");
        }
        policies = Map.copyOf(policies);
    }

    /// A newsroom that has only a name so far.
    public static Newsroom named(String name) {
        var host = name.strip().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        return new Newsroom(name, URI.create("https://" + (host.isEmpty() ? "newsroom" : host) + ".example/"), "en-GB",
                ZoneId.systemDefault(), "", "", Map.of());
    }
}
