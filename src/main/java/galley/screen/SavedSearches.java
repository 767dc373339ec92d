package galley.screen;

import galley.screen.common.Place;
import galley.screen.common.Queue;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The searches that this machine keeps in the sidebar: a name, and what is asked.
public final class SavedSearches {

    private static final int LONGEST_NAME = 28;

    private final ObservableList<Place.Saved> all = FXCollections.observableArrayList();
    private final Consumer<String> keep;
    private volatile List<Place.Saved> now = List.of();

    /// @param kept what [#keep] was given last; empty at first
    /// @param keep remembers them all; slow work is its own business
    public SavedSearches(String kept, Consumer<String> keep) {
        this.keep = keep;
        kept.lines().map(line -> line.split("\t", 2)).filter(parts -> parts.length == 2 && !parts[1].isBlank())
                .forEach(parts -> all.add(new Place.Saved(parts[0], parts[1])));
        now = List.copyOf(all);
    }

    public ObservableList<Place.Saved> all() {
        return all;
    }

    /// The same, for whoever counts them away from the window's thread.
    public List<Place.Saved> now() {
        return now;
    }

    /// Keeps what is asked, here. The same question is kept once.
    ///
    /// @param here where it was asked; a queue or a source becomes part of the question
    public Place.Saved add(Place here, String words) {
        var asked = (within(here, words) + " " + words).replaceAll("\\s+", " ").strip();
        var known = all.stream().filter(s -> s.words().equals(asked)).findFirst();
        if (known.isPresent()) {
            return known.get();
        }
        var saved = new Place.Saved(name(asked), asked);
        now = Stream.concat(all.stream(), Stream.of(saved)).toList();
        all.add(saved);
        tell();
        return saved;
    }

    public void remove(Place.Saved saved) {
        now = all.stream().filter(s -> !s.equals(saved)).toList();
        all.remove(saved);
        tell();
    }

    private void tell() {
        keep.accept(String.join("\n", all.stream().map(s -> s.name() + "\t" + s.words()).toList()));
    }

    private static String within(Place here, String words) {
        return switch (here) {
            case Place.FromSource from when !words.contains("source:") -> "source:" + (from.source().contains(" ") ? '"' + from.source() + '"' : from.source());
            case Place.InQueue in when !words.contains("status:") -> status(in.queue());
            default -> "";
        };
    }

    private static String status(Queue queue) {
        return switch (queue) {
            case WIRE -> "status:wire";
            case DRAFTS -> "status:draft";
            case AWAITING_REVIEW -> "status:awaiting";
            case READY -> "status:ready";
            case PUBLISHED -> "status:published";
            case SOURCE_CHANGED -> "";
            case SPIKED -> "status:spiked";
            case MINE -> "";
        };
    }

    /// The question without its grammar: "harbour, Northwire, ready".
    private static String name(String asked) {
        var parts = Arrays.stream(asked.replaceAll("\\b(\\p{L}+):", "").replace("\"", "").split("\\s+")).toList();
        var status = asked.contains("status:") ? List.of(asked.replaceFirst(".*status:(\\S+).*", "$1")) : List.<String>of();
        var words = String.join(" ", parts.stream().filter(p -> !status.contains(p)).toList());
        var name = words.isEmpty() ? String.join("", status) : status.isEmpty() ? words : words + ", " + status.getFirst();
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME - 1).strip() + "…" : name;
    }
}
