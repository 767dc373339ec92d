package galley.app.demo;

import galley.desk.Board;
import galley.desk.Newsroom;
import galley.desk.Role;
import galley.story.Json;
import galley.story.Rights;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// One invented news day, as `newsday.json` tells it.
///
/// @param about what a reader of the file should know first
/// @param stories keys of the stories that the newsroom reworks, one [SampleStory] file each
/// @param asItCame wire items that are taken with the words they came with
/// @param board what the newsroom has stated about its board
/// @param day what happens, in order
public record NewsDay(String about, Newsroom newsroom, List<Someone> people, List<Feed> feeds, List<PictureFile> pictures,
                      List<Copy> evidence, List<String> stories, List<OffTheWire> asItCame, Board board, List<Step> day) {

    /// Somebody who works in the sample newsroom.
    ///
    /// @param key the name the steps use
    /// @param passphrase printed in the open: it guards nothing
    public record Someone(String key, String name, List<String> roles, List<String> credits, String passphrase) {

        public List<Role> parts() {
            return roles.stream().map(Role::of).toList();
        }
    }

    /// A feed of the day.
    ///
    /// @param url where it would be fetched if it existed
    /// @param file its document
    /// @param evening its document as it stood in the evening; null when it did not change
    public record Feed(String key, String name, String url, String file, @org.jspecify.annotations.Nullable String evening, Rights rights) {}

    /// A picture of the newsroom's own making.
    ///
    /// @param asset SHA-256 of its bytes, lower-case hex
    public record PictureFile(String file, String asset, String mediaType, int width, int height, String alt, String caption,
                              String credit, String licence) {}

    /// The kept copy of a document that was consulted.
    ///
    /// @param hash SHA-256 of its bytes, lower-case hex
    public record Copy(String file, String hash) {}

    /// A wire item by the name it has in its feed.
    public record OffTheWire(String key, String feed, String item) {}

    public static NewsDay read() {
        return Json.read(text("newsday.json"), NewsDay.class);
    }

    public Someone someone(String key) {
        return people.stream().filter(p -> p.key().equals(key)).findFirst().orElseThrow();
    }

    public Feed feed(String key) {
        return feeds.stream().filter(f -> f.key().equals(key)).findFirst().orElseThrow();
    }

    /// Where a story of the day comes from, reworked or not.
    public OffTheWire origin(String story) {
        return asItCame.stream().filter(o -> o.key().equals(story)).findFirst().orElseGet(() -> {
            var reworked = SampleStory.read(story);
            return new OffTheWire(story, reworked.feed(), reworked.item());
        });
    }

    /// The reworked words of a story; empty for one that is taken as it came.
    public Optional<SampleStory> reworked(String story) {
        return stories.contains(story) ? Optional.of(SampleStory.read(story)) : Optional.empty();
    }

    /// A file of the sample newsroom, by its path beside `newsday.json`.
    public static byte[] bytes(String file) {
        try (var in = NewsDay.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("The sample newsroom lacks " + file + ".");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(String file) {
        return new String(bytes(file), StandardCharsets.UTF_8);
    }
}
