package galley.screen;

import galley.desk.Person;
import galley.notice.Notice;
import galley.notice.TroubleLog;
import galley.screen.common.Acting;
import galley.screen.common.Place;
import galley.screen.common.Queue;
import galley.work.Work;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What the frame around every screen shows: counts, who acts, where we are, what was saved, what went wrong.
public final class MainViewModel {

    private final StringProperty newsroom = new SimpleStringProperty(this, "newsroom", "");
    private final Tallies tallies;
    private final ObservableList<Person> people = FXCollections.observableArrayList();
    private final Acting acting;
    private final Work work;
    private final ReadOnlyObjectWrapper<Tallies.Tally> tally = new ReadOnlyObjectWrapper<>(this, "tally", Tallies.Tally.NOTHING);
    private final ObjectProperty<Place> here = new SimpleObjectProperty<>(this, "here", new Place.InQueue(Queue.WIRE));
    private final StringProperty saved = new SimpleStringProperty(this, "saved", "");
    private final ObservableList<Notice> unread = FXCollections.observableArrayList();
    private int question;

    public MainViewModel(String newsroom, Tallies tallies, List<Person> people, Acting acting, Work work) {
        this.newsroom.set(newsroom);
        this.tallies = tallies;
        this.acting = acting;
        this.work = work;
        setPeople(people);
        acting.personProperty().subscribe(_ -> countAgain());
    }

    /// Counts everything anew; a late answer to an earlier question is dropped.
    public void countAgain() {
        int asked = ++question;
        var person = acting.person();
        work.start("count the queues", (_, _) -> tallies.of(person), counted -> {
            if (asked == question) {
                tally.set(counted);
            }
        }, fault -> tell(TroubleLog.tell("counting the queues", fault)));
    }

    public StringProperty newsroomProperty() {
        return newsroom;
    }

    /// Everyone who may sit here.
    public ObservableList<Person> people() {
        return people;
    }

    /// Takes everyone anew: somebody came, left or changed.
    public void setPeople(List<Person> everyone) {
        people.setAll(everyone.stream().filter(p -> !p.hasLeft()).toList());
        people.stream().filter(p -> p.id().equals(acting.person().id()) && !p.equals(acting.person())).findFirst()
                .ifPresent(acting.personProperty()::set);
    }

    public Acting acting() {
        return acting;
    }

    public ReadOnlyObjectProperty<Tallies.Tally> tallyProperty() {
        return tally.getReadOnlyProperty();
    }

    public ObjectProperty<Place> hereProperty() {
        return here;
    }

    /// "Saved 11:47:09", as the last write said.
    public StringProperty savedProperty() {
        return saved;
    }

    /// Something was written: says when, and counts anew.
    public void kept(String at) {
        saved.set("Saved " + at);
        countAgain();
    }

    public ObservableList<Notice> unread() {
        return unread;
    }

    public void tell(Notice notice) {
        unread.add(notice);
    }

    public void readAll() {
        unread.clear();
    }
}
