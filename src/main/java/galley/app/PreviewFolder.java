package galley.app;

import galley.desk.Person;
import galley.notice.Notice;
import galley.notice.Trouble;
import galley.screen.common.Times;
import galley.screen.publish.PreviewViewModel.Made;
import galley.signoff.Reason;
import galley.signoff.StoryFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/// Writes the page of a story, byte for byte as an export would, to a folder of its own below the newsroom's, to be looked at.
final class PreviewFolder {

    private final OpenNewsroom room;

    PreviewFolder(OpenNewsroom room) {
        this.room = room;
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
            return new Made(page, shown.page().path(), shown.against().stream().map(reason -> said(reason, file)).toList(), shown.exact(), shown.published());
        } catch (IOException e) {
            throw new Trouble(Notice.of("The preview could not be written.", "The story is untouched.", "See that the disk has room."), e);
        }
    }

    /// Times as the desk says them.
    private Reason said(Reason reason, StoryFile file) {
        var until = file.story().embargo();
        return reason.why() == Reason.Why.EMBARGO && until != null
                ? new Reason(reason.why(), "Under embargo until " + new Times(room.clock().withZone(room.newsroom().zone())).at(until) + ".", reason.place()) : reason;
    }

    private static Path write(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.write(file, bytes);
    }
}
