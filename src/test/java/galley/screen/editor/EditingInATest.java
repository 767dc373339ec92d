package galley.screen.editor;

import galley.desk.Person;
import galley.notice.Notice;
import galley.publish.ClaimLedger;
import galley.screen.common.Acting;
import galley.screen.common.Command;
import galley.screen.common.Notices;
import galley.screen.common.Times;
import galley.screen.stories.Readings;
import galley.signoff.Outcome;
import galley.signoff.Sitting;
import galley.store.NewsroomInATest;
import galley.work.Cancel;
import galley.work.ImmediateWork;
import galley.work.Progress;
import galley.work.Work;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// A real newsroom, an editor without its window, and what it said.
final class EditingInATest implements AutoCloseable {

    /// Work that answers when the test lets it, as a busy disk does.
    static final class HeldWork implements Work {
        private final ImmediateWork now = new ImmediateWork();
        private final List<Runnable> held = new ArrayList<>();
        boolean holding;

        @Override
        public <T> Job start(String name, Slow<T> slow, Consumer<T> then, Consumer<Throwable> trouble) {
            return start(name, slow, Progress.Watcher.NONE, then, trouble);
        }

        @Override
        public <T> Job start(String name, Slow<T> slow, Progress.Watcher watcher, Consumer<T> then, Consumer<Throwable> trouble) {
            if (holding) {
                held.add(() -> now.start(name, slow, watcher, then, trouble));
                return new Job(name, new Cancel());
            }
            return now.start(name, slow, watcher, then, trouble);
        }

        void letGo() {
            holding = false;
            var all = List.copyOf(held);
            held.clear();
            all.forEach(Runnable::run);
        }

        @Override
        public Cancel after(long millis, Runnable later) {
            later.run();
            return new Cancel();
        }

        @Override
        public void onHome(Runnable task) {
            task.run();
        }
    }

    static final class Heard implements Notices {
        final List<String> said = new ArrayList<>();
        final List<Command> offered = new ArrayList<>();

        @Override
        public void say(String icon, String words, Command... acts) {
            said.add(words);
            offered.clear();
            offered.addAll(List.of(acts));
        }

        @Override
        public void tell(Notice notice) {
            said.add(notice.happened());
        }
    }

    final NewsroomInATest room;
    final HeldWork work = new HeldWork();
    final Heard heard = new Heard();
    final Acting acting;
    final EditorViewModel model;

    EditingInATest(Path folder) {
        room = new NewsroomInATest(folder);
        acting = new Acting(room.rosa);
        var times = new Times(room.clock);
        model = new EditorViewModel(new EditorViewModel.Desk(room.flow, room.store.stories(), room.store.wire(), room.store.assets(),
                new Sitting(room.keyFiles, room.clock), new ClaimLedger(room.store.wire(), room.store.assets()),
                new Readings(room.store.wire(), room.flow, room.store.people(), times, room.watched()), acting, times, () -> room.store.settings().newsroom().orElseThrow(),
                id -> room.store.people().byId(id).map(Person::name).orElse("?"), (_, _) -> new Outcome.Done<>("2026/page.html"), () -> { }), work, heard);
    }

    @Override
    public void close() {
        room.close();
    }
}
