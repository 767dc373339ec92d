package galley.screen.stories;

import galley.desk.Person;
import java.util.List;

/// Answers what the table shows. Asked away from the window's thread.
public interface StoryRows {

    /// The rows of one question, as they were when it was asked: nothing moves by itself while somebody reads.
    interface Answer {
        int size();

        /// Rows `from` (inclusive) to `to` (exclusive), as they are now.
        List<StoryRow> read(int from, int to);
    }

    Answer ask(StoryQuestion question, Person acting);

    /// The other reports of a row's event, oldest first, each as a row of its own.
    List<StoryRow> others(StoryRow row, Person acting);

    /// The newest arrival, to count from later.
    long newest();

    /// How many came on the wire after that one.
    long cameAfter(long newest);
}
