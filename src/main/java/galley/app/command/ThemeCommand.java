package galley.app.command;

import galley.app.OpenNewsroom;
import galley.publish.theme.Theme;
import galley.publish.theme.ThemeFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `galley theme`: the newsroom's own look, in the folder `theme` of the newsroom.
@Command(name = "theme", description = "Begin a look of your own, or check it.", subcommands = {ThemeCommand.Init.class, ThemeCommand.Check.class})
final class ThemeCommand implements Callable<Integer> {

    @ParentCommand
    @Nullable GalleyCommand galley;

    @Spec
    @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "Say what to do: init or check.");
    }

    @Command(name = "init", description = "Write a folder to begin with. What is there stays.")
    static final class Init implements Callable<Integer> {

        @ParentCommand
        @Nullable ThemeCommand parent;

        @Override
        public Integer call() throws IOException {
            var galley = parent.galley;
            try (var room = OpenNewsroom.at(galley.folder(), galley.clock)) {
                var folder = room.folder().resolve("theme");
                var made = ThemeFolder.init(folder);
                if (galley.json || !galley.terminal.isInteractive()) {
                    galley.terminal.json(Map.of("folder", folder.toString(), "written", made.stream().map(Path::getFileName).map(Path::toString).toList()));
                } else {
                    galley.terminal.out.println(made.size() + " files written in " + folder + ". README.txt says what each is for.");
                }
                return Exit.DONE;
            }
        }
    }

    @Command(name = "check", description = "Name everything that is wrong, by file and line.")
    static final class Check implements Callable<Integer> {

        @ParentCommand
        @Nullable ThemeCommand parent;

        @Override
        public Integer call() {
            var galley = parent.galley;
            try (var room = OpenNewsroom.at(galley.folder(), galley.clock)) {
                var theme = room.theme(room.newsroom());
                if (galley.json || !galley.terminal.isInteractive()) {
                    galley.terminal.json(Map.of("theme", !theme.isNone(), "problems", theme.problems().stream().map(Check::described).toList()));
                } else if (theme.problems().isEmpty()) {
                    galley.terminal.out.println(theme.isNone() ? "There is no theme; pages look as they come. Begin one with “galley theme init”." : "The theme is sound.");
                }
                theme.problems().forEach(problem -> galley.terminal.err.println("galley: " + problem.said()));
                return theme.problems().isEmpty() ? Exit.DONE : Exit.REFUSED;
            }
        }

        private static Map<String, Object> described(Theme.Problem problem) {
            var map = new LinkedHashMap<String, Object>();
            map.put("file", problem.file());
            map.put("line", problem.line());
            map.put("problem", problem.words());
            return map;
        }
    }
}
