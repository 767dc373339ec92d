package galley.screen.settings;

import galley.desk.Newsroom;
import galley.desk.Settings;
import galley.notice.TroubleLog;
import galley.screen.common.Command;
import galley.screen.common.Notices;
import galley.work.Work;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// What the newsroom says of itself, filled in and kept on "Save": it is printed, so it does not change while somebody types.
public final class NewsroomForm {

    private final Settings settings;
    private final Work work;
    private final Notices notices;
    private final Consumer<Newsroom> kept;

    private final StringProperty name = new SimpleStringProperty(this, "name", "");
    private final StringProperty site = new SimpleStringProperty(this, "site", "");
    private final StringProperty language = new SimpleStringProperty(this, "language", "");
    private final StringProperty zone = new SimpleStringProperty(this, "zone", "");
    private final StringProperty contact = new SimpleStringProperty(this, "contact", "");
    private final StringProperty licence = new SimpleStringProperty(this, "licence", "");
    private final Map<Newsroom.Policy, StringProperty> policies = new EnumMap<>(Newsroom.Policy.class);
    private final ReadOnlyStringWrapper siteProblem = new ReadOnlyStringWrapper(this, "siteProblem", "");
    private final ReadOnlyStringWrapper languageProblem = new ReadOnlyStringWrapper(this, "languageProblem", "");
    private final ReadOnlyStringWrapper zoneProblem = new ReadOnlyStringWrapper(this, "zoneProblem", "");
    private final StringProperty maySave = new SimpleStringProperty("nothing is changed");
    private final Command save = new Command("Save", "", "Ctrl+S", maySave, this::saveIt);
    private final Command undo = new Command("Undo changes", "", "", maySave, this::fill);
    private @Nullable Newsroom before;

    /// @param kept told of the newsroom when it was saved
    public NewsroomForm(Settings settings, Work work, Notices notices, Consumer<Newsroom> kept) {
        this.settings = settings;
        this.work = work;
        this.notices = notices;
        this.kept = kept;
        for (var policy : Newsroom.Policy.values()) {
            policies.put(policy, new SimpleStringProperty(this, policy.slug(), ""));
        }
        Stream.concat(Stream.of(name, site, language, zone, contact, licence), policies.values().stream()).forEach(field -> field.subscribe(this::judge));
    }

    /// Reads what stands in the store, unless something is typed that is not saved.
    public void read() {
        if (before != null && maySave.get().isEmpty()) {
            return;
        }
        work.start("read the newsroom's settings", (_, _) -> settings.newsroom(), found -> {
            before = found.orElse(null);
            fill();
        }, fault -> notices.tell(TroubleLog.tell("reading the newsroom's settings", fault)));
    }

    private void fill() {
        var room = before;
        if (room == null) {
            return;
        }
        name.set(room.name());
        site.set(room.site().toString());
        language.set(room.language());
        zone.set(room.zone().getId());
        contact.set(room.contact());
        licence.set(room.licence());
        policies.forEach((policy, text) -> text.set(room.policies().getOrDefault(policy, "")));
        judge();
    }

    private void judge() {
        siteProblem.set(isSite(site.get()) ? "" : "It has to begin with https://");
        languageProblem.set(isLanguage(language.get()) ? "" : "Such as en-GB, de or pt-BR");
        zoneProblem.set(isZone(zone.get()) ? "" : "Such as Europe/Oslo or UTC");
        boolean wrong = Stream.of(siteProblem, languageProblem, zoneProblem).anyMatch(problem -> !problem.get().isEmpty());
        maySave.set(before == null ? "nothing is read yet" : name.get().isBlank() ? "needs a name" : wrong ? "see what is marked"
                : filled().equals(before) ? "nothing is changed" : "");
    }

    private static boolean isSite(String words) {
        try {
            var uri = new URI(words.strip());
            return "https".equals(uri.getScheme()) && uri.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean isLanguage(@Nullable String tag) {
        try {
            return tag != null && !new Locale.Builder().setLanguageTag(tag.strip()).build().getLanguage().isEmpty();
        } catch (IllformedLocaleException e) {
            return false;
        }
    }

    private static boolean isZone(@Nullable String id) {
        try {
            return id != null && ZoneId.of(id.strip()) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private Newsroom filled() {
        var texts = new EnumMap<Newsroom.Policy, String>(Newsroom.Policy.class);
        policies.forEach((policy, text) -> {
            if (!text.get().isBlank()) {
                texts.put(policy, text.get().strip());
            }
        });
        return new Newsroom(name.get(), URI.create(site.get().strip()), language.get().strip(), ZoneId.of(zone.get().strip()), contact.get().strip(),
                licence.get().strip(), texts);
    }

    private void saveIt() {
        var room = filled();
        work.start("save the newsroom's settings", (_, _) -> {
            settings.save(room);
            return room;
        }, saved -> {
            before = saved;
            fill();
            kept.accept(saved);
            notices.say("fth-check", "Saved. Pages carry it from the next export on.");
        }, fault -> notices.tell(TroubleLog.tell("saving the newsroom's settings", fault)));
    }

    // ---- what the view binds to

    public StringProperty nameProperty() {
        return name;
    }

    public StringProperty siteProperty() {
        return site;
    }

    public StringProperty languageProperty() {
        return language;
    }

    public StringProperty zoneProperty() {
        return zone;
    }

    public StringProperty contactProperty() {
        return contact;
    }

    public StringProperty licenceProperty() {
        return licence;
    }

    public StringProperty policyProperty(Newsroom.Policy policy) {
        return policies.get(policy);
    }

    public ReadOnlyStringProperty siteProblemProperty() {
        return siteProblem.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty languageProblemProperty() {
        return languageProblem.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty zoneProblemProperty() {
        return zoneProblem.getReadOnlyProperty();
    }

    public Command save() {
        return save;
    }

    public Command undo() {
        return undo;
    }

    /// Time zones a person may choose from.
    public static List<String> zones() {
        return ZoneId.getAvailableZoneIds().stream().filter(id -> id.contains("/") && !id.matches("(Etc|SystemV)/.*")).sorted().toList();
    }
}
