package galley.signoff;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What stands in the margin of one story: comments in threads, suggestions, and warnings that somebody let stand.
///
/// @param threads oldest first
/// @param suggestions oldest first
public record Margin(List<Thread> threads, List<Suggested> suggestions, List<Acknowledgement> acknowledged) {

    public static final Margin EMPTY = new Margin(List.of(), List.of(), List.of());

    public Margin {
        threads = List.copyOf(threads);
        suggestions = List.copyOf(suggestions);
        acknowledged = List.copyOf(acknowledged);
    }

    /// A comment and what was answered.
    ///
    /// @param number from 1 within the story, in the order they were begun
    /// @param settled what became of it; null while nothing did
    public record Thread(int number, Comment first, List<Comment> answers, @Nullable Settling settled) {

        public Thread {
            answers = List.copyOf(answers);
        }

        public boolean isOpen() {
            return settled == null || settled.how() == Settling.How.OPENED_AGAIN;
        }
    }

    /// A suggestion and what became of it.
    ///
    /// @param number from 1 within the story
    public record Suggested(int number, Suggestion suggestion, @Nullable Settling settled) {

        public boolean isOpen() {
            return settled == null;
        }
    }

    public List<Thread> openThreads() {
        return threads.stream().filter(Thread::isOpen).toList();
    }

    public List<Suggested> openSuggestions() {
        return suggestions.stream().filter(Suggested::isOpen).toList();
    }

    public Optional<Thread> thread(UUID id) {
        return threads.stream().filter(t -> t.first().id().equals(id)).findFirst();
    }

    public Optional<Suggested> suggestion(UUID id) {
        return suggestions.stream().filter(s -> s.suggestion().id().equals(id)).findFirst();
    }

    public Optional<Acknowledgement> acknowledged(Finding finding) {
        return acknowledged.reversed().stream().filter(a -> a.covers(finding)).findFirst();
    }
}
