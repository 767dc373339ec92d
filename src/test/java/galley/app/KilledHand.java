package galley.app;

import galley.signoff.Meaning;
import galley.signoff.Outcome;
import galley.signoff.Seen;
import galley.store.NewsroomInATest;
import java.nio.file.Path;

/// What [KilledTest] starts as a process of its own and kills: a hand that types, or two that sign, until they are stopped.
final class KilledHand {

    private KilledHand() {}

    public static void main(String[] args) throws Exception {
        var room = new NewsroomInATest(Path.of(args[1]));
        if (args[0].equals("type")) {
            type(room);
        } else {
            sign(room);
        }
    }

    /// As the editor does: every change goes to the store at once. Says how far the hand is before the store has it.
    private static void type(NewsroomInATest room) throws InterruptedException {
        var story = room.store.stories().all().getFirst();
        Seen seen = room.file(story).seen();
        var words = new StringBuilder();
        for (int letters = 1; ; letters++) {
            words.append((char) ('a' + letters % 26));
            System.out.println(letters);
            var kept = room.flow.write(story.id(), room.rosa, NewsroomInATest.harbour().withBody("<p>" + words + "</p>"), seen);
            var draft = ((Outcome.Done<galley.story.Draft>) kept).value();
            seen = new Seen(draft.parent(), draft.sequence());
            Thread.sleep(10);
        }
    }

    private static void sign(NewsroomInATest room) {
        for (int round = 1; ; round++) {
            var story = room.taken(room.rosa);
            NewsroomInATest.done(room.type(story, room.rosa, NewsroomInATest.harbour().withHeadline("Round " + round)));
            NewsroomInATest.done(room.sign(story, Meaning.EDITED, room.rosa));
            NewsroomInATest.done(room.sign(story, Meaning.REVIEWED, room.idris));
            System.out.println(round);
        }
    }
}
