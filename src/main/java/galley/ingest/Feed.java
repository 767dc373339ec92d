package galley.ingest;

import galley.story.Rights;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A feed that the newsroom pulls, and how it has been lately.
///
/// @param url where it is pulled from, as [FeedAddress] writes it: http, https or file
/// @param title what the feed calls itself; the address until it has been read
/// @param source the outlet's printed name; empty until the feed has been read, unless somebody wrote one
/// @param site the outlet's page; null when unknown
/// @param category for items that bring none; or empty
/// @param folder where lists show it, levels divided by "/"; empty at the top
/// @param paused not pulled until somebody says so
/// @param wishes how the newsroom wants it treated
public record Feed(UUID id, String url, String title, String source, @Nullable String site, String category, String folder, Rights rights, Instant added,
                   boolean paused, Health health, Wishes wishes) {

    /// How the newsroom wants a feed treated.
    ///
    /// @param every how often it is asked; null for as often as it brings something
    /// @param idleAfter how long it may bring nothing before that is told; null for what is usual for it
    /// @param fullText when the article behind an item is fetched as well
    public record Wishes(@Nullable Duration every, @Nullable Duration idleAfter, FullText fullText) {

        /// Nothing in particular.
        public static final Wishes NONE = new Wishes(null, null, FullText.AT_A_WORD);
    }

    /// When the article behind an item is fetched.
    public enum FullText {
        /// When an editor asks for it.
        AT_A_WORD,
        /// As soon as an item comes that carries no more than a summary.
        WHEN_SHORT
    }

    /// What a feed and its server ask for, and how often it brings something.
    ///
    /// @param ttl minutes that the feed asks to be left alone; null when it does not say
    /// @param skipHours a bit for each hour of the day (UTC) in which it does not want to be asked
    /// @param skipDays a bit for each day of the week, Monday first, on which it does not want to be asked
    /// @param pace how long to leave it alone, learned from how often it brings something; null before anything is learned
    /// @param movedTo where its server sent us for good the last time; the address is adopted when the next pull is sent there too
    /// @param lastNew when it last brought something new; null before
    /// @param took how long its last answer took; null before
    /// @param usuallyTook how long its answers take as a rule; null before
    public record Rhythm(@Nullable Integer ttl, int skipHours, int skipDays, @Nullable Duration pace, @Nullable String movedTo, @Nullable Instant lastNew,
                         @Nullable Duration took, @Nullable Duration usuallyTook) {

        /// Nothing known yet.
        public static final Rhythm UNKNOWN = new Rhythm(null, 0, 0, null, null, null, null, null);

        Rhythm asking(@Nullable Integer ttl, int skipHours, int skipDays) {
            return new Rhythm(ttl, skipHours, skipDays, pace, movedTo, lastNew, took, usuallyTook);
        }

        Rhythm pacing(Duration pace, @Nullable Instant lastNew) {
            return new Rhythm(ttl, skipHours, skipDays, pace, movedTo, lastNew, took, usuallyTook);
        }

        Rhythm sentTo(@Nullable String movedTo) {
            return new Rhythm(ttl, skipHours, skipDays, pace, movedTo, lastNew, took, usuallyTook);
        }

        /// The usual time follows slowly, so that one bad day does not become the rule.
        Rhythm taking(Duration took) {
            var usual = usuallyTook == null ? took : Duration.ofMillis((usuallyTook.toMillis() * 7 + took.toMillis()) / 8);
            return new Rhythm(ttl, skipHours, skipDays, pace, movedTo, lastNew, took, usual);
        }
    }

    /// How a feed has been at its last pulls.
    ///
    /// @param etag validator as the server sent it, byte for byte; null for none
    /// @param lastModified validator as the server sent it, byte for byte; null for none
    /// @param validatorsSince when the two came or were confirmed; null when there are none
    /// @param bodyHash SHA-256 of the last body; equal bodies are not read again
    /// @param repeatsGuids whether different items of it ever came under one guid
    /// @param checked when it was last asked; null before
    /// @param succeeded when it last answered with a feed; null before
    /// @param problem what went wrong last time and what to do, in sentences; null when nothing did
    /// @param failures how many times in a row it went wrong
    /// @param nextCheck when it is worth asking again; null for at once
    /// @param rhythm how often it may be asked
    public record Health(@Nullable String etag, @Nullable String lastModified, @Nullable Instant validatorsSince, @Nullable String bodyHash,
                         boolean repeatsGuids, @Nullable Instant checked, @Nullable Instant succeeded, @Nullable String problem, int failures,
                         @Nullable Instant nextCheck, Rhythm rhythm) {

        /// Not pulled yet.
        public static final Health UNTRIED = new Health(null, null, null, null, false, null, null, null, 0, null, Rhythm.UNKNOWN);

        /// A document is known by its validators for as long as servers remember what they meant by them.
        private static final Duration VALIDATORS_LAST = Duration.ofDays(8);

        boolean validatorsHold(Instant now) {
            return validatorsSince != null && validatorsSince.plus(VALIDATORS_LAST).isAfter(now);
        }

        Health repeatingGuids(boolean repeats) {
            return new Health(etag, lastModified, validatorsSince, bodyHash, repeats, checked, succeeded, problem, failures, nextCheck, rhythm);
        }

        /// What is kept of a document that broke off: it is asked for again in whole.
        Health ofHalfADocument() {
            return new Health(null, null, null, null, repeatsGuids, checked, succeeded, problem, failures, nextCheck, rhythm);
        }

        Health checkedNext(Instant next, Rhythm rhythm) {
            return new Health(etag, lastModified, validatorsSince, bodyHash, repeatsGuids, checked, succeeded, problem, failures, next, rhythm);
        }
    }

    /// A feed that has not been pulled yet.
    public static Feed at(UUID id, String url, Instant now) {
        return new Feed(id, url, url, "", null, "", "", Rights.UNSTATED, now, false, Health.UNTRIED, Wishes.NONE);
    }

    /// @param source the outlet's printed name
    public Feed described(String title, String source, String category, Rights rights) {
        return new Feed(id, url, title, source, site, category, folder, rights, added, paused, health, wishes);
    }

    public Feed inFolder(String folder) {
        return new Feed(id, url, title, source, site, category, folder, rights, added, paused, health, wishes);
    }

    public Feed paused(boolean paused) {
        return new Feed(id, url, title, source, site, category, folder, rights, added, paused, health, wishes);
    }

    /// What the feed says of itself: its title always, the source only where nobody has written one.
    public Feed namedBy(@Nullable String name, @Nullable String home) {
        var named = name == null || name.isBlank() ? title : name;
        return new Feed(id, url, named, source.isBlank() ? named : source, home == null ? site : home, category, folder, rights, added, paused, health, wishes);
    }

    public Feed movedTo(String url) {
        return new Feed(id, url, title.equals(this.url) ? url : title, source, site, category, folder, rights, added, paused, health, wishes);
    }

    public Feed withHealth(Health health) {
        return new Feed(id, url, title, source, site, category, folder, rights, added, paused, health, wishes);
    }

    public Feed wishing(Wishes wishes) {
        return new Feed(id, url, title, source, site, category, folder, rights, added, paused, health, wishes);
    }

    /// Whether it is time to ask it.
    public boolean isDue(Instant now) {
        return !paused && (health.nextCheck() == null || !health.nextCheck().isAfter(now));
    }

    public @Nullable Instant checked() {
        return health.checked();
    }

    public @Nullable Instant succeeded() {
        return health.succeeded();
    }

    public @Nullable String problem() {
        return health.problem();
    }

    public int failures() {
        return health.failures();
    }
}
