package galley.app;

import galley.desk.Person;
import galley.notice.Notice;
import galley.notice.Trouble;
import galley.screen.publish.PreviewViewModel.Made;
import galley.screen.stories.Readings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/// Writes the page of a story, byte for byte as an export would, to a folder of its own below the newsroom's, to be looked at.
final class PreviewFolder {

    private final OpenNewsroom room;
    private final Readings readings;

    PreviewFolder(OpenNewsroom room, Readings readings) {
        this.room = room;
        this.readings = readings;
    }

    Made make(UUID story, Person by) {
        var file = room.flow().file(story).orElseThrow(() -> Trouble.of("This story is not there any more.", "Nothing was changed.", "Go back to the list."));
        var shown = room.exporter().preview(file, by, room.newsroom());
        var folder = room.folder().resolve("preview");
        try {
            for (var picture : shown.page().pictures().entrySet()) {
                write(folder.resolve(picture.getKey()), picture.getValue());
            }
            var page = write(folder.resolve(shown.page().path()), shown.page().html().getBytes(StandardCharsets.UTF_8));
            return new Made(page, shown.page().path(), readings.said(shown.against(), file), shown.exact(), shown.published());
        } catch (IOException e) {
            throw new Trouble(Notice.of("The preview could not be written.", "The story is untouched.", "See that the disk has room."), e);
        }
    }

    private static Path write(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.write(file, bytes);
    }
}
