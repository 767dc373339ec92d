package galley.app.command;

/// The exit codes that scripts rely on.
final class Exit {

    static final int DONE = 0;
    static final int REFUSED = 1;
    static final int USAGE = 2;
    static final int IN_PART = 3;

    private Exit() {}
}
