package galley.screen.firstrun;

import galley.desk.Newsroom;
import galley.ingest.StarterFeeds;
import galley.notice.Notice;
import galley.notice.TroubleLog;
import galley.screen.common.Command;
import galley.screen.common.PassphraseStrength;
import galley.work.Progress;
import galley.work.Work;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// The first run without its window: which page is shown, what was filled in, what is wrong with it.
public final class FirstRunViewModel {

    /// The pages, in their order.
    public enum Page { WELCOME, NEWSROOM, PERSON, FEEDS }

    private final Foundation foundation;
    private final Work work;
    private final Runnable opened;

    private final ReadOnlyObjectWrapper<Page> page = new ReadOnlyObjectWrapper<>(this, "page");
    private final StringProperty name = new SimpleStringProperty(this, "name", "");
    private final StringProperty site = new SimpleStringProperty(this, "site", "");
    private final StringProperty language = new SimpleStringProperty(this, "language", Locale.getDefault().toLanguageTag());
    private final StringProperty person = new SimpleStringProperty(this, "person", "");
    private final StringProperty passphrase = new SimpleStringProperty(this, "passphrase", "");
    private final StringProperty again = new SimpleStringProperty(this, "again", "");
    private final StringProperty feeds = new SimpleStringProperty(this, "feeds", "");
    private final ReadOnlyStringWrapper siteProblem = new ReadOnlyStringWrapper(this, "siteProblem", "");
    private final ReadOnlyStringWrapper languageProblem = new ReadOnlyStringWrapper(this, "languageProblem", "");
    private final ReadOnlyStringWrapper againProblem = new ReadOnlyStringWrapper(this, "againProblem", "");
    private final ReadOnlyStringWrapper feedsProblem = new ReadOnlyStringWrapper(this, "feedsProblem", "");
    private final ReadOnlyObjectWrapper<PassphraseStrength> strength = new ReadOnlyObjectWrapper<>(this, "strength", PassphraseStrength.NONE);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
    private final ReadOnlyDoubleWrapper share = new ReadOnlyDoubleWrapper(this, "share", -1);
    private final ReadOnlyStringWrapper doing = new ReadOnlyStringWrapper(this, "doing", "");
    private final ReadOnlyObjectWrapper<@Nullable Notice> trouble = new ReadOnlyObjectWrapper<>(this, "trouble");

    private final StringProperty mayNameIt = new SimpleStringProperty("");
    private final StringProperty mayBegin = new SimpleStringProperty("");
    private final StringProperty mayAddFeeds = new SimpleStringProperty("");

    private final Command start = Command.always("Start a newsroom", "", "", () -> page.set(Page.NEWSROOM));
    private final Command sample = Command.always("Open the sample newsroom", "", "", this::openSample);
    private final Command toPerson = new Command("Continue", "", "Enter", mayNameIt, () -> page.set(Page.PERSON));
    private final Command begin = new Command("Make the newsroom", "", "Enter", mayBegin, this::beginIt);
    private final Command addFeeds = new Command("Add feeds and open", "", "", mayAddFeeds, this::addThem);
    private final Command later = Command.always("Later", "", "", this::open);
    private final Command back = Command.always("Back", "", "Esc", this::goBack);

    /// @param begun a newsroom that has a name and nobody in it yet; null where there is none
    /// @param opened called when the newsroom can be opened
    public FirstRunViewModel(Foundation foundation, @Nullable Newsroom begun, Work work, Runnable opened) {
        this.foundation = foundation;
        this.work = work;
        this.opened = opened;
        if (begun != null) {
            name.set(begun.name());
            site.set(begun.site().toString());
            language.set(begun.language());
        }
        page.set(begun == null ? Page.WELCOME : Page.PERSON);
        for (var field : List.of(name, site, language, person, passphrase, again, feeds)) {
            field.subscribe(this::judge);
        }
        judge();
    }

    // ---- what is filled in

    private void judge() {
        siteProblem.set(problemOf(site.get()));
        languageProblem.set(isLanguage(language.get()) ? "" : "Such as en-GB, de or pt-BR");
        mayNameIt.set(name.get().isBlank() ? "needs a name" : !siteProblem.get().isEmpty() ? "see the site's address"
                : !languageProblem.get().isEmpty() ? "see the language" : "");
        strength.set(PassphraseStrength.of(passphrase.get(), person.get()));
        againProblem.set(again.get().isEmpty() || again.get().equals(passphrase.get()) ? "" : "The two are not the same yet");
        mayBegin.set(person.get().isBlank() ? "needs your name" : !strength.get().isEnough() ? "needs a passphrase of at least 8 characters"
                : !again.get().equals(passphrase.get()) ? "needs the same passphrase twice" : "");
        var wrong = lines().stream().filter(line -> address(line) == null).toList();
        feedsProblem.set(wrong.isEmpty() ? "" : "Not an address: " + wrong.getFirst());
        mayAddFeeds.set(lines().isEmpty() ? "needs an address" : wrong.isEmpty() ? "" : "see the addresses");
    }

    private static String problemOf(String site) {
        if (site.isBlank()) {
            return "";
        }
        try {
            var uri = new URI(site.strip());
            return "https".equals(uri.getScheme()) && uri.getHost() != null ? "" : "It has to begin with https://";
        } catch (URISyntaxException e) {
            return "This is not an address";
        }
    }

    private static boolean isLanguage(String tag) {
        try {
            var locale = new Locale.Builder().setLanguageTag(tag.strip()).build();
            return !locale.getLanguage().isEmpty();
        } catch (java.util.IllformedLocaleException e) {
            return false;
        }
    }

    private List<String> lines() {
        return feeds.get().lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    /// Well-known feeds in the language of the newsroom's pages.
    public List<StarterFeeds.Starter> starters() {
        return StarterFeeds.in(language.get().strip());
    }

    public boolean isChosen(StarterFeeds.Starter starter) {
        return lines().contains(starter.url());
    }

    /// Writes a well-known feed among the addresses, or takes it out again.
    public void choose(StarterFeeds.Starter starter, boolean chosen) {
        var kept = new ArrayList<>(lines());
        kept.remove(starter.url());
        if (chosen) {
            kept.add(starter.url());
        }
        feeds.set(String.join("\n", kept));
    }

    private static @Nullable URI address(String line) {
        try {
            var uri = new URI(line.matches("(?i)(https?|file):.*") ? line : "https://" + line);
            boolean web = uri.getHost() != null && uri.getHost().contains(".");
            return web || "file".equalsIgnoreCase(uri.getScheme()) || "localhost".equals(uri.getHost()) ? uri : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private Newsroom newsroom() {
        var named = Newsroom.named(name.get());
        return new Newsroom(named.name(), site.get().isBlank() ? named.site() : URI.create(site.get().strip()), language.get().strip(),
                ZoneId.systemDefault(), "", "", Map.of());
    }

    // ---- acts

    private void goBack() {
        trouble.set(null);
        switch (page.get()) {
            case NEWSROOM -> page.set(Page.WELCOME);
            case PERSON -> page.set(Page.NEWSROOM);
            case WELCOME, FEEDS -> { }
        }
    }

    private void beginIt() {
        var newsroom = newsroom();
        var who = person.get().strip();
        var words = passphrase.get().toCharArray();
        run("Making the newsroom and your key", (_, _) -> {
            try {
                foundation.begin(newsroom, who, words);
            } finally {
                Arrays.fill(words, '\0');
            }
            return true;
        }, () -> {
            passphrase.set("");
            again.set("");
            page.set(Page.FEEDS);
        });
    }

    private void addThem() {
        var addresses = new ArrayList<URI>();
        lines().forEach(line -> addresses.add(address(line)));
        run("Adding the feeds", (_, _) -> {
            foundation.addFeeds(addresses);
            return true;
        }, this::open);
    }

    private void openSample() {
        run("Making the sample newsroom", (watcher, cancel) -> {
            foundation.sample(watcher, cancel);
            return true;
        }, this::open);
    }

    private void open() {
        opened.run();
    }

    private void run(String words, Work.Slow<Boolean> slow, Runnable then) {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        doing.set(words);
        share.set(-1);
        trouble.set(null);
        work.start(words, slow, this::see, _ -> {
            busy.set(false);
            then.run();
        }, fault -> {
            busy.set(false);
            trouble.set(TroubleLog.tell(words.toLowerCase(Locale.ROOT), fault));
        });
    }

    private void see(Progress progress) {
        doing.set(progress.words());
        share.set(progress.total() > 0 ? (double) progress.done() / progress.total() : -1);
    }

    // ---- what the view binds to

    public ReadOnlyObjectProperty<Page> pageProperty() {
        return page.getReadOnlyProperty();
    }

    public StringProperty nameProperty() {
        return name;
    }

    /// Empty for an address made from the name.
    public StringProperty siteProperty() {
        return site;
    }

    public StringProperty languageProperty() {
        return language;
    }

    public StringProperty personProperty() {
        return person;
    }

    public StringProperty passphraseProperty() {
        return passphrase;
    }

    public StringProperty againProperty() {
        return again;
    }

    /// Addresses, one a line.
    public StringProperty feedsProperty() {
        return feeds;
    }

    public ReadOnlyStringProperty siteProblemProperty() {
        return siteProblem.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty languageProblemProperty() {
        return languageProblem.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty againProblemProperty() {
        return againProblem.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty feedsProblemProperty() {
        return feedsProblem.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<PassphraseStrength> strengthProperty() {
        return strength.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /// From 0 to 1; below 0 when nobody knows.
    public ReadOnlyDoubleProperty shareProperty() {
        return share.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty doingProperty() {
        return doing.getReadOnlyProperty();
    }

    /// Why the last act was not done.
    public ReadOnlyObjectProperty<@Nullable Notice> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    public Command start() {
        return start;
    }

    public Command sample() {
        return sample;
    }

    public Command toPerson() {
        return toPerson;
    }

    public Command begin() {
        return begin;
    }

    public Command addFeeds() {
        return addFeeds;
    }

    public Command later() {
        return later;
    }

    public Command back() {
        return back;
    }
}
