package galley.ingest.rule;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Keeps the newsroom's rules, in the order in which they are asked, and where they sent what arrived.
public interface RuleBook {

    /// In their order.
    List<Rule> all();

    /// Keeps a rule, at the end when it is new, else where it stands.
    void keep(Rule rule);

    void remove(UUID rule);

    /// Puts a rule at a place in the order; 1 is the first.
    void move(UUID rule, int place);

    /// Keeps where an arrived item was sent, and each hit for good.
    ///
    /// @param key the item's identity inside its feed
    void send(UUID feed, String key, Route route, Instant at);

    /// Where the rules sent a wire entry.
    Optional<Sent> sent(UUID entry);

    /// What rules said of a wire entry.
    record Sent(Optional<String> category, Optional<String> desk, List<String> tags, Optional<Integer> priority, boolean fullText) {}

    /// How often each rule has hit, and when last.
    List<Tally> tallies();

    record Tally(UUID rule, long hits, Instant last) {}
}
