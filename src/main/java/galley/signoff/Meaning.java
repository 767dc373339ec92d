package galley.signoff;

import java.util.Locale;

/// What a signature says. The words are shown before signing and stand in the signature itself.
public enum Meaning {
    EDITED("editor", "I edited this text and stand by it."),
    REVIEWED("reviewer", "I compared this text with its sources, wrote none of it, and stand by it."),
    BOARD("board", "As a member of the editorial board I read this text and stand by it.");

    private final String role;
    private final String words;

    Meaning(String role, String words) {
        this.role = role;
        this.words = words;
    }

    /// `edited`, `reviewed` or `board`.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The part the signer plays, as the signature's header says it: `editor`, `reviewer` or `board`.
    public String role() {
        return role;
    }

    public String words() {
        return words;
    }
}
