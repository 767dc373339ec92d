package galley.publish.page;

import galley.desk.Newsroom;
import galley.desk.Newsroom.Policy;
import java.util.Optional;

/// The newsroom as schema.org describes it. Policies it has not written are not named.
final class Publisher {

    private Publisher() {}

    static JsonLd of(Newsroom newsroom) {
        var site = newsroom.site();
        var publisher = JsonLd.node("NewsMediaOrganization").put("@id", id(newsroom)).put("name", newsroom.name())
                .put("url", site.toString())
                .put("logo", JsonLd.node("ImageObject").put("url", site + SiteMark.LOGO).put("width", SiteMark.LOGO_SIZE)
                        .put("height", SiteMark.LOGO_SIZE))
                .put("masthead", site + SitePaths.PEOPLE);
        for (var policy : Policy.values()) {
            if (policy != Policy.LICENCE && !newsroom.policies().getOrDefault(policy, "").isBlank()) {
                publisher.put(policy.schemaOrg(), site + SitePaths.policy(policy));
            }
        }
        return publisher;
    }

    static String id(Newsroom newsroom) {
        return newsroom.site() + "#newsroom";
    }

    /// Where the terms stand under which the newsroom's words may be used.
    static Optional<String> licence(Newsroom newsroom) {
        if (!newsroom.policies().getOrDefault(Policy.LICENCE, "").isBlank()) {
            return Optional.of(newsroom.site() + SitePaths.policy(Policy.LICENCE));
        }
        return Frame.isWeb(newsroom.licence()) ? Optional.of(newsroom.licence()) : Optional.empty();
    }
}
