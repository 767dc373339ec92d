package galley.notice;

/// An expected kind of failure whose words are ready for a person.
public final class Trouble extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final transient Notice notice;

    public Trouble(Notice notice) {
        this(notice, null);
    }

    public Trouble(Notice notice, @org.jspecify.annotations.Nullable Throwable cause) {
        super(notice.inOneLine(), cause);
        this.notice = notice;
    }

    /// A trouble said in three sentences: what happened, what is safe, what to do.
    public static Trouble of(String happened, String safe, String todo) {
        return new Trouble(Notice.of(happened, safe, todo));
    }

    public Notice notice() {
        return notice;
    }
}
