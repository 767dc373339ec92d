package galley.app.command;

import galley.desk.Role;
import java.util.List;

/// Reads roles as people type them.
final class Roles {

    private Roles() {}

    static List<Role> read(List<String> typed) {
        return typed.stream().map(Roles::read).toList();
    }

    private static Role read(String typed) {
        try {
            return switch (typed.strip().toLowerCase(java.util.Locale.ROOT)) {
                case "senior" -> Role.SENIOR_EDITOR;
                default -> Role.of(typed);
            };
        } catch (IllegalArgumentException unknown) {
            throw new Refusal("There is no role “" + typed + "”. Roles: editor, senior-editor, board.");
        }
    }
}
