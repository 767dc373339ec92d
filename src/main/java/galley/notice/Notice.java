package galley.notice;

/// What a person is told: what happened, what is safe, what they can do, and the code that finds the log entry.
///
/// @param code empty when nothing was logged
public record Notice(String happened, String safe, String todo, String code) {

    public static Notice of(String happened, String safe, String todo) {
        return new Notice(happened, safe, todo, "");
    }

    /// One paragraph, as the command line prints it.
    public String inOneLine() {
        var line = new StringBuilder(happened);
        for (var part : new String[] {safe, todo}) {
            if (!part.isEmpty()) {
                line.append(' ').append(part);
            }
        }
        return code.isEmpty() ? line.toString() : line.append(" (code ").append(code).append(')').toString();
    }
}
