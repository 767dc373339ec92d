package galley.story;

/// What a feed's owner lets the newsroom print.
public enum Rights {
    /// The newsroom has not written down what is allowed; the editor answers for it.
    UNSTATED,
    /// The whole text may be printed.
    FULL_TEXT,
    /// A reworked text may be printed, the wire's own words may not.
    REWORK,
    /// Nothing of it may be printed.
    NONE
}
