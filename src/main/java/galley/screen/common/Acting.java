package galley.screen.common;

import galley.desk.Person;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// Who sits at this workstation. Choosing a name grants nothing: a signature still asks for that person's passphrase.
public final class Acting {

    private final ObjectProperty<Person> person = new SimpleObjectProperty<>(this, "person");

    public Acting(Person person) {
        this.person.set(person);
    }

    public ObjectProperty<Person> personProperty() {
        return person;
    }

    public Person person() {
        return person.get();
    }
}
