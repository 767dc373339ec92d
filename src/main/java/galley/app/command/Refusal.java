package galley.app.command;

/// A command that cannot be carried out as asked; its words go to the person, the exit code is 1.
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Refusal(String words) {
        super(words);
    }
}
