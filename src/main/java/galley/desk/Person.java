package galley.desk;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Someone who works in the newsroom.
///
/// @param name the printed name, unique in the newsroom
/// @param credits team or role names this person may sign under besides their own ("City desk", "Senior Editor")
/// @param left when they left; their old signatures stay valid, new ones are refused
public record Person(UUID id, String name, Set<Role> roles, List<String> credits, Instant joined, @Nullable Instant left) {

    public Person {
        name = name.strip();
        if (name.isEmpty()) {
            throw new IllegalArgumentException("A person needs a name.");
        }
        roles = Set.copyOf(roles);
        credits = List.copyOf(credits);
    }

    public boolean isEditor() {
        return roles.contains(Role.EDITOR) || isSenior();
    }

    public boolean isSenior() {
        return roles.contains(Role.SENIOR_EDITOR);
    }

    public boolean hasLeft() {
        return left != null;
    }

    /// Whether this person may sign as `printed`: their own name or one of their credits.
    public boolean maySignAs(String printed) {
        return name.equals(printed) || credits.contains(printed);
    }

    /// Two letters for the circle that stands for this person.
    public String initials() {
        return Initials.of(name);
    }
}
