package galley.screen.check;

import galley.publish.Verdict;
import galley.screen.common.Times;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One page that was checked, in a person's words.
///
/// @param keys where the keys came from
public record CheckedPage(Verdict verdict, String keys) {

    /// A block as the page carries it.
    ///
    /// @param name "Headline", "Body 2"
    /// @param differs whether it is not as it was signed
    public record Block(String name, String words, boolean differs) {}

    private static final Pattern PLACE = Pattern.compile("^(\\p{Lower}+)(?: block (\\d+))? (?:differs|was added|was moved)\\b.*", Pattern.DOTALL);

    /// The answer in a line.
    public String title() {
        return switch (verdict.verdict()) {
            case OURS_CURRENT -> "Signed, and not a word was changed";
            case OURS_SUPERSEDED -> "Signed, but there is a newer version";
            case ALTERED -> "Not as it was signed";
            case UNSIGNED -> "Not signed";
            case UNKNOWN_KEY -> "Signed with a key that is not known here";
        };
    }

    /// What it means.
    public String meaning() {
        return switch (verdict.verdict()) {
            case OURS_CURRENT -> "The words below are the ones that these people signed, and no newer version is known.";
            case OURS_SUPERSEDED -> "The words below were signed and are unchanged. Newer words of the same story stand at the page's own address, or it was withdrawn.";
            case ALTERED -> "Somebody or something changed this page after it was signed. What differs is named below.";
            case UNSIGNED -> "The page carries no signature, so nobody answers for its words here.";
            case UNKNOWN_KEY -> "The key set that was asked does not hold the key. Perhaps it is another newsroom's page.";
        };
    }

    public String icon() {
        return switch (verdict.verdict()) {
            case OURS_CURRENT -> "fth-check-circle";
            case OURS_SUPERSEDED -> "fth-clock";
            case ALTERED -> "fth-alert-octagon";
            case UNSIGNED -> "fth-circle";
            case UNKNOWN_KEY -> "fth-key";
        };
    }

    /// `good`, `warned` or `bad`, for the stylesheet.
    public String tone() {
        return switch (verdict.verdict()) {
            case OURS_CURRENT -> "good";
            case OURS_SUPERSEDED, UNSIGNED, UNKNOWN_KEY -> "warned";
            case ALTERED -> "bad";
        };
    }

    /// The headline, or the file's name where there is none.
    public String name() {
        var headline = verdict.text().getOrDefault("headline", List.of());
        return headline.isEmpty() ? file() : headline.getFirst();
    }

    /// The last part of where it lies.
    public String file() {
        var where = verdict.file();
        return where.matches("https?://.*") ? where : String.valueOf(Path.of(where).getFileName());
    }

    /// Who signed it and when, a line each.
    public List<String> signed(Times times) {
        var lines = new ArrayList<String>();
        if (verdict.editedBy() != null) {
            lines.add("Edited by " + verdict.editedBy() + at(verdict.editedAt(), times));
        }
        if (verdict.reviewedBy() != null) {
            lines.add("Reviewed by " + verdict.reviewedBy() + at(verdict.reviewedAt(), times));
        }
        if (verdict.beforeReview()) {
            lines.add("Published before its second review: nobody but the editor has signed these words");
        }
        if (!verdict.board().isEmpty()) {
            lines.add("Verified by the editorial board: " + String.join(", ", verdict.board()));
        }
        if (verdict.publishedAt() != null) {
            lines.add("This version published" + at(verdict.publishedAt(), times));
        }
        return lines;
    }

    private static String at(@Nullable String iso, Times times) {
        return iso == null ? "" : ", " + times.at(Instant.parse(iso));
    }

    /// The words that were checked, block by block, with those marked that differ.
    public List<Block> words() {
        var wrong = differing();
        var blocks = new ArrayList<Block>();
        verdict.text().forEach((part, texts) -> {
            for (int i = 0; i < texts.size(); i++) {
                var name = Character.toUpperCase(part.charAt(0)) + part.substring(1) + (texts.size() > 1 ? " " + (i + 1) : "");
                blocks.add(new Block(name, texts.get(i), wrong.contains(part + " " + (i + 1)) || texts.size() == 1 && wrong.contains(part)));
            }
        });
        return blocks;
    }

    private Set<String> differing() {
        var found = new HashSet<String>();
        for (var difference : verdict.differences()) {
            var place = PLACE.matcher(difference);
            if (place.matches()) {
                found.add(place.group(2) == null ? place.group(1) : place.group(1) + " " + place.group(2));
            }
        }
        return found;
    }
}
