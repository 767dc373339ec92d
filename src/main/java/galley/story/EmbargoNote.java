package galley.story;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jsoup.Jsoup;

/// What the words of an item say of an embargo: "EMBARGOED until 00:01 BST, 5 May 2026", "Sperrfrist: 3. März, 10 Uhr MEZ",
/// "Not for publication before Tuesday noon".
///
/// Only an instruction counts, not news of an arms embargo. Words that forbid without saying until when in a way that can be read
/// are told as [Unclear]: somebody must look before anything is printed.
public sealed interface EmbargoNote {

    /// The words that say so.
    String words();

    /// @param time not to be printed before this
    record Until(Instant time, String words) implements EmbargoNote {}

    /// An embargo whose end cannot be read, or could mean two days.
    record Unclear(String words) implements EmbargoNote {}

    /// Finds the embargo in what the wire delivered.
    static Optional<EmbargoNote> of(WireItem item, ZoneId zone, Instant now) {
        var html = item.title() + "\n" + (item.summary().equals(item.body()) ? "" : item.summary() + "\n") + item.body();
        return in(html.indexOf('<') < 0 ? html : Jsoup.parseBodyFragment(html.replaceAll("(?i)</(?:p|div|h\\d|li|td)>|<br\\b[^>]*>", "$0\n")).wholeText(), zone, now);
    }

    /// Finds the embargo in plain words.
    ///
    /// @param zone in which a time stands that names none
    /// @param now from where "Tuesday" and "10 o'clock" are counted
    static Optional<EmbargoNote> in(String words, ZoneId zone, Instant now) {
        var searched = words.length() > EmbargoReading.FAR * 2 ? words.substring(0, EmbargoReading.FAR) + "\n" + words.substring(words.length() - EmbargoReading.FAR) : words;
        var found = EmbargoReading.INSTRUCTION.matcher(searched);
        if (!found.find()) {
            return Optional.empty();
        }
        var rest = searched.substring(found.end(), Math.min(searched.length(), found.end() + EmbargoReading.NEAR));
        var said = (found.group().strip() + " " + rest.split("(?<=[\\p{L}\\d]{2})[.!]\\s|\\n\\s*\\n")[0]).replaceAll("\\s+", " ").strip();
        var time = new EmbargoReading(rest, zone, now).time();
        return Optional.of(time == null ? new Unclear(said) : new Until(time, said));
    }
}
