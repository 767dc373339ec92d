package galley.desk;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Keeps the newsroom's people.
public interface People {

    List<Person> all();

    Optional<Person> byId(UUID id);

    /// Adds a person; their name must not be taken (case ignored).
    void add(Person person);

    /// Replaces roles, credits, name or leaving time of a known person.
    void update(Person person);

    /// Finds by exact name, then id, then an unambiguous beginning of a name; case ignored.
    default Optional<Person> find(String nameOrId) {
        var asked = nameOrId.strip();
        var all = all();
        for (var person : all) {
            if (person.name().equalsIgnoreCase(asked) || person.id().toString().equalsIgnoreCase(asked)) {
                return Optional.of(person);
            }
        }
        var beginnings = asked.isEmpty() ? List.<Person>of()
                : all.stream().filter(p -> p.name().toLowerCase().startsWith(asked.toLowerCase())).toList();
        return beginnings.size() == 1 ? Optional.of(beginnings.getFirst()) : Optional.empty();
    }
}
