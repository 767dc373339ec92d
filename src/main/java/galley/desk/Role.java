package galley.desk;

/// What a person may do. A role grants an act; it never waives a rule.
public enum Role {
    /// May take, edit and sign "edited".
    EDITOR,
    /// May also review, send back, lift and release.
    SENIOR_EDITOR,
    /// Sits on the editorial board.
    BOARD;

    /// The name in records and keys: `editor`, `senior-editor`, `board`.
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /// The words a person reads: "senior editor".
    public String words() {
        return code().replace('-', ' ');
    }

    /// Reads [#code()], tolerant of case and underscores.
    public static Role of(String code) {
        return valueOf(code.strip().toUpperCase(java.util.Locale.ROOT).replace('-', '_').replace(' ', '_'));
    }
}
