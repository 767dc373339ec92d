package galley.store;

import galley.desk.People;
import galley.desk.Person;
import galley.desk.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/// People in SQLite.
final class SqlitePeople implements People {

    private final Database database;

    SqlitePeople(Database database) {
        this.database = database;
    }

    @Override
    public List<Person> all() {
        return database.read(h -> h.createQuery("SELECT * FROM person ORDER BY row").map((row, c) -> person(row)).list());
    }

    @Override
    public Optional<Person> byId(UUID id) {
        return database.read(h -> h.createQuery("SELECT * FROM person WHERE id = ?").bind(0, id.toString()).map((row, c) -> person(row)).findOne());
    }

    @Override
    public void add(Person person) {
        database.writing(h -> h.execute("INSERT INTO person (id, name, roles, credits, joined, gone) VALUES (?, ?, ?, ?, ?, ?)",
                person.id().toString(), person.name(), roles(person), Column.list(person.credits()), person.joined().toString(),
                Column.of(person.left())));
    }

    @Override
    public void update(Person person) {
        database.writing(h -> h.execute("UPDATE person SET name = ?, roles = ?, credits = ?, gone = ? WHERE id = ?",
                person.name(), roles(person), Column.list(person.credits()), Column.of(person.left()), person.id().toString()));
    }

    private static String roles(Person person) {
        return Column.list(person.roles().stream().sorted().map(Role::code).toList());
    }

    private static Person person(ResultSet row) throws SQLException {
        return new Person(Column.id(row, "id"), row.getString("name"),
                Column.list(row, "roles").stream().map(Role::of).collect(Collectors.toSet()), Column.list(row, "credits"),
                Column.time(row, "joined"), Column.timeOrNull(row, "gone"));
    }
}
