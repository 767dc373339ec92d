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
}
