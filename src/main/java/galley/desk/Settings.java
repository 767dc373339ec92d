package galley.desk;

import java.util.Optional;

/// Keeps what the newsroom says of itself, and small remembered choices of this machine.
public interface Settings {

    /// The newsroom, or empty before `galley init`.
    Optional<Newsroom> newsroom();

    void save(Newsroom newsroom);

    /// A remembered choice, such as the theme.
    Optional<String> choice(String name);

    void choose(String name, String value);

    /// What the newsroom has stated about its board.
    default Board board() {
        return choice("board").map(words -> words.split(" ")).filter(words -> words.length == 2)
                .map(words -> new Board(Integer.parseInt(words[0]), words[1].equals("seniors"))).orElse(Board.NONE);
    }

    default void state(Board board) {
        choose("board", board.quorum() + (board.seniorsAreTheBoard() ? " seniors" : " members"));
    }
}
