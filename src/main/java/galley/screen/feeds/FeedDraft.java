package galley.screen.feeds;

import galley.ingest.Feed;
import galley.ingest.Login;
import galley.ingest.Terms;
import galley.story.Rights;
import java.time.Duration;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// A feed's settings while somebody edits them.
public final class FeedDraft {

    /// How often it is asked, or after what silence it is told, as a person chooses it.
    ///
    /// @param time null for what is usual
    public record Choice(String words, @Nullable Duration time) {
        @Override
        public String toString() {
            return words;
        }
    }

    public static final List<Choice> EVERY = List.of(new Choice("As often as it brings something", null), new Choice("Every 5 minutes", Duration.ofMinutes(5)),
            new Choice("Every 15 minutes", Duration.ofMinutes(15)), new Choice("Every hour", Duration.ofHours(1)), new Choice("Every 6 hours", Duration.ofHours(6)),
            new Choice("Once a day", Duration.ofHours(24)));
    public static final List<Choice> IDLE = List.of(new Choice("When it is unusual", null), new Choice("After 6 hours", Duration.ofHours(6)),
            new Choice("After 24 hours", Duration.ofHours(24)), new Choice("After a week", Duration.ofDays(7)), new Choice("Never", Duration.ofDays(36_500)));

    final Feed feed;
    final @Nullable Login before;
    private final StringProperty source = new SimpleStringProperty();
    private final StringProperty category = new SimpleStringProperty();
    private final StringProperty folder = new SimpleStringProperty();
    private final ObjectProperty<Rights> rights = new SimpleObjectProperty<>();
    private final ObjectProperty<Choice> every = new SimpleObjectProperty<>();
    private final ObjectProperty<Choice> idle = new SimpleObjectProperty<>();
    private final BooleanProperty fullText = new SimpleBooleanProperty();
    private final StringProperty excerpt = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper excerptProblem = new ReadOnlyStringWrapper("");
    private final StringProperty licence = new SimpleStringProperty("");
    private final StringProperty credit = new SimpleStringProperty("");
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty password = new SimpleStringProperty("");

    FeedDraft(Feed feed, @Nullable Login login, Terms terms) {
        this.feed = feed;
        this.before = login;
        source.set(feed.source());
        category.set(feed.category());
        folder.set(feed.folder());
        rights.set(feed.rights());
        every.set(choice(EVERY, feed.wishes().every()));
        idle.set(choice(IDLE, feed.wishes().idleAfter()));
        fullText.set(feed.wishes().fullText() == Feed.FullText.WHEN_SHORT);
        excerpt.set(terms.excerpt() == 0 ? "" : String.valueOf(terms.excerpt()));
        licence.set(terms.licence());
        credit.set(terms.credit());
        excerpt.subscribe(typed -> excerptProblem.set(typed.isBlank() || typed.strip().matches("[0-9]{1,6}") ? "" : "A number of words, or nothing for no limit"));
        if (login != null) {
            name.set(login.name());
            password.set(login.password());
        }
    }

    private static Choice choice(List<Choice> choices, @Nullable Duration time) {
        return choices.stream().filter(choice -> java.util.Objects.equals(choice.time(), time)).findFirst()
                .orElseGet(() -> new Choice("Every " + FeedRow.words(time), time));
    }

    /// The feed as it is wanted now.
    Feed wanted() {
        return feed.described(feed.title(), source.get().strip(), category.get().strip(), rights.get()).inFolder(folder.get().strip())
                .wishing(new Feed.Wishes(every.get().time(), idle.get().time(), fullText.get() ? Feed.FullText.WHEN_SHORT : Feed.FullText.AT_A_WORD));
    }

    /// On what terms its words may be printed, as wanted now.
    Terms terms() {
        return new Terms(excerpt.get().isBlank() ? 0 : Integer.parseInt(excerpt.get().strip()), licence.get(), credit.get());
    }

    /// Null for none.
    @Nullable Login login() {
        return name.get().isBlank() ? null : new Login(name.get().strip(), password.get());
    }

    public StringProperty sourceProperty() {
        return source;
    }

    public StringProperty categoryProperty() {
        return category;
    }

    public StringProperty folderProperty() {
        return folder;
    }

    public ObjectProperty<Rights> rightsProperty() {
        return rights;
    }

    /// How many of the wire's own words a story may hold; empty for no limit.
    public StringProperty excerptProperty() {
        return excerpt;
    }

    public ReadOnlyStringProperty excerptProblemProperty() {
        return excerptProblem.getReadOnlyProperty();
    }

    public StringProperty licenceProperty() {
        return licence;
    }

    public StringProperty creditProperty() {
        return credit;
    }

    public ObjectProperty<Choice> everyProperty() {
        return every;
    }

    public ObjectProperty<Choice> idleProperty() {
        return idle;
    }

    public BooleanProperty fullTextProperty() {
        return fullText;
    }

    public StringProperty nameProperty() {
        return name;
    }

    public StringProperty passwordProperty() {
        return password;
    }
}
