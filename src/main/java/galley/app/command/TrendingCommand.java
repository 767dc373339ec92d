package galley.app.command;

import galley.publish.TrendingDesk.Choice;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// `galley story pin|hide|unpin ID...`: what editors say of the trending list.
final class TrendingCommand {

    private TrendingCommand() {}

    @Command(name = "pin", description = "Put published stories at the top of the trending list.")
    static final class Pin extends StoryCommand.Several implements Callable<Integer> {
        @Override
        public Integer call() {
            return each("pinned", (room, story) -> room.trending().say(story, by(room), Choice.PIN));
        }
    }

    @Command(name = "hide", description = "Keep stories out of the trending list.")
    static final class Hide extends StoryCommand.Several implements Callable<Integer> {
        @Override
        public Integer call() {
            return each("hidden from trending", (room, story) -> room.trending().say(story, by(room), Choice.HIDE));
        }
    }

    @Command(name = "unpin", description = "Leave stories to the trending rule again, pinned or hidden before.")
    static final class Unpin extends StoryCommand.Several implements Callable<Integer> {
        @Override
        public Integer call() {
            return each("left to the rule", (room, story) -> room.trending().say(story, by(room), Choice.LEAVE));
        }
    }
}
