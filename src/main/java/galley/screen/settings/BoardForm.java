package galley.screen.settings;

import galley.desk.Board;
import galley.desk.People;
import galley.desk.Person;
import galley.desk.Settings;
import galley.notice.Notice;
import galley.notice.TroubleLog;
import galley.screen.common.Acting;
import galley.screen.common.Command;
import galley.screen.common.Notices;
import galley.signoff.Enrolment;
import galley.signoff.Sitting;
import galley.work.Work;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// What the newsroom states about its editorial board: whether it has one, how many must sign, and whether its senior editors are it.
/// A senior editor states it with their passphrase; it goes into the audit log.
public final class BoardForm {

    /// What this works on.
    public record House(Settings settings, People people, Enrolment enrolment, Sitting sitting, Acting acting) {}

    private final House house;
    private final Work work;
    private final Notices notices;
    private final BooleanProperty stated = new SimpleBooleanProperty(this, "stated");
    private final IntegerProperty quorum = new SimpleIntegerProperty(this, "quorum", 2);
    private final BooleanProperty seniors = new SimpleBooleanProperty(this, "seniors");
    private final StringProperty own = new SimpleStringProperty(this, "own", "");
    private final ReadOnlyBooleanWrapper asksOwn = new ReadOnlyBooleanWrapper(this, "asksOwn");
    private final ReadOnlyStringWrapper vouches = new ReadOnlyStringWrapper(this, "vouches", "");
    private final ReadOnlyStringWrapper says = new ReadOnlyStringWrapper(this, "says", "");
    private final ReadOnlyObjectWrapper<List<Person>> members = new ReadOnlyObjectWrapper<>(this, "members", List.of());
    private final ReadOnlyObjectWrapper<@Nullable Notice> trouble = new ReadOnlyObjectWrapper<>(this, "trouble");
    private final StringProperty mayState = new SimpleStringProperty("nothing is changed");
    private final Command state = new Command("State this", "", "", mayState, this::stateIt);
    private List<Person> everyone = List.of();
    private Board before = Board.NONE;

    public BoardForm(House house, Work work, Notices notices) {
        this.house = house;
        this.work = work;
        this.notices = notices;
        Stream.of(stated, quorum, seniors, own).forEach(field -> field.subscribe(this::judge));
        house.acting().personProperty().subscribe(this::judge);
    }

    /// Reads what stands now.
    public void read() {
        record Read(Board board, List<Person> everyone) {}
        work.start("read what is stated of the board", (_, _) -> new Read(house.settings().board(), house.people().all()), now -> {
            before = now.board();
            everyone = now.everyone();
            stated.set(before.isStated());
            quorum.set(Math.max(1, before.isStated() ? before.quorum() : 2));
            seniors.set(before.seniorsAreTheBoard());
            own.set("");
            judge();
        }, fault -> notices.tell(TroubleLog.tell("reading what is stated of the board", fault)));
    }

    private Board wanted() {
        return stated.get() ? new Board(quorum.get(), seniors.get()) : Board.NONE;
    }

    private void judge() {
        var acting = house.acting().person();
        var board = new Board(Math.max(1, quorum.get()), seniors.get());
        members.set(everyone.stream().filter(person -> !person.hasLeft() && board.hasMember(person)).toList());
        asksOwn.set(house.sitting().needsPassphrase(acting.id()));
        vouches.set(acting.name());
        says.set(said(board));
        mayState.set(wanted().equals(before) ? "nothing is changed" : !acting.isSenior() ? "only a senior editor states what the board is"
                : stated.get() && quorum.get() < 1 ? "at least one has to sign" : asksOwn.get() && own.get().isEmpty() ? "needs " + acting.name() + "'s passphrase" : "");
    }

    /// What that means for a page.
    private String said(Board board) {
        if (!stated.get()) {
            return "No page says that a board verified it.";
        }
        int there = members.get().size();
        var signs = board.quorum() == 1 ? "One of them" : board.quorum() + " of them";
        var rule = signs + (board.quorum() == 1 ? " has" : " have") + " to sign the reviewed text before a page says “Verified by Editorial Board”"
                + (seniors.get() ? "; the reviewer may be among them, and readers are told so." : ", at least one besides the reviewer.");
        return there == 0 ? "Nobody is a member yet: give the role under People." : there < board.quorum() ? rule + " There are only " + there + ": no page will say it." : rule;
    }

    private void stateIt() {
        var by = house.acting().person();
        var board = wanted();
        boolean asked = asksOwn.get();
        var secret = own.get().toCharArray();
        trouble.set(null);
        work.start("state what the board is", (_, _) -> {
            try {
                boolean isThem = (asked ? house.sitting().open(by.id(), secret) : house.sitting().key(by.id())).isPresent();
                if (isThem) {
                    house.enrolment().state(board, house.settings(), by);
                }
                return isThem;
            } finally {
                Arrays.fill(secret, '\0');
            }
        }, done -> {
            if (done) {
                notices.say("fth-check", board.isStated() ? "Stated. Pages go by it from the next export on." : "Stated: there is no editorial board.");
                read();
            } else {
                own.set("");
                judge();
                trouble.set(Notice.of(asked ? "That is not " + by.name() + "'s passphrase." : "Ten minutes have passed.", "Nothing was changed.",
                        asked ? "Try again." : "Give your passphrase again."));
            }
        }, fault -> trouble.set(TroubleLog.tell("stating what the board is", fault)));
    }

    // ---- what the view binds to

    /// Whether there is a board at all.
    public BooleanProperty statedProperty() {
        return stated;
    }

    public IntegerProperty quorumProperty() {
        return quorum;
    }

    /// "Our senior editors are our board."
    public BooleanProperty seniorsProperty() {
        return seniors;
    }

    public StringProperty ownProperty() {
        return own;
    }

    public ReadOnlyBooleanProperty asksOwnProperty() {
        return asksOwn.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty vouchesProperty() {
        return vouches.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty saysProperty() {
        return says.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<List<Person>> membersProperty() {
        return members.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Notice> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    public Command state() {
        return state;
    }
}
