package galley.screen.common;

/// The lists of the sidebar, in their order.
public enum Queue {
    WIRE("Wire", "fth-inbox", "No wire yet", "Add a feed and its items appear here."),
    MINE("Mine", "fth-user", "Nothing of yours is under way", "Take an item from the wire and it comes here."),
    DRAFTS("Drafts", "fth-edit-2", "No drafts", "Stories that are taken and not yet signed come here."),
    AWAITING_REVIEW("Awaiting review", "fth-eye", "Nothing awaits review", "Edited stories come here."),
    READY("Ready", "fth-check-circle", "Nothing is ready", "Stories that two people have signed come here."),
    PUBLISHED("Published", "fth-globe", "Nothing is published yet", "Exported stories come here."),
    SOURCE_CHANGED("Source changed", "fth-git-branch", "No source has changed", "When the wire item or the evidence of a story says something else later, the story comes here."),
    SPIKED("Spiked", "fth-archive", "Nothing is spiked", "Dropped stories come here and can return.");

    private final String title;
    private final String icon;
    private final String empty;
    private final String hint;

    Queue(String title, String icon, String empty, String hint) {
        this.title = title;
        this.icon = icon;
        this.empty = empty;
        this.hint = hint;
    }

    public String title() {
        return title;
    }

    public String icon() {
        return icon;
    }

    /// What an empty list says.
    public String empty() {
        return empty;
    }

    /// What would fill it.
    public String hint() {
        return hint;
    }
}
