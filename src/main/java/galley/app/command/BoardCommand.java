package galley.app.command;

import galley.desk.Board;
import galley.desk.Person;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `galley board`: what the newsroom has stated about its editorial board.
@Command(name = "board", description = "Show or state how many members of the editorial board must sign before a page says that it verified a story.")
final class BoardCommand implements Callable<Integer> {

    @ParentCommand
    @Nullable GalleyCommand galley;

    @Option(names = "--quorum", paramLabel = "N", description = "How many must sign; 0: the newsroom has no board.")
    @Nullable Integer quorum;

    @Option(names = "--seniors", description = "State that the senior editors are the board.")
    boolean seniors;

    @Mixin
    Voucher voucher = new Voucher();

    @Override
    public Integer call() {
        try (var room = galley.open()) {
            if (quorum != null) {
                if (quorum < 0) {
                    throw new Refusal("A quorum is no negative number.");
                }
                var by = voucher.named(galley, room);
                room.enrolment().mayStateBoard(by);
                voucher.proves(by, galley, room);
                room.enrolment().state(new Board(quorum, seniors), room.settings(), by);
            }
            var board = room.settings().board();
            var members = room.people().all().stream().filter(p -> !p.hasLeft() && board.hasMember(p)).map(Person::name).toList();
            if (board.isStated() && board.quorum() > members.size()) {
                galley.terminal.err.println("galley: " + (members.size() == 1 ? "Only one person is" : "Only " + members.size() + " people are")
                        + " on this board; until there are " + board.quorum() + ", no page can say that it verified it.");
            }
            if (galley.json) {
                var map = new LinkedHashMap<String, Object>();
                map.put("quorum", board.quorum());
                map.put("seniorsAreTheBoard", board.seniorsAreTheBoard());
                map.put("members", members);
                galley.terminal.json(map);
            } else {
                galley.terminal.out.println(!board.isStated() ? "No board is stated; no page says that one verified it."
                        : board.quorum() + " of the board must sign: " + String.join(", ", members) + (board.seniorsAreTheBoard() ? " (the senior editors are the board)" : ""));
            }
            return Exit.DONE;
        }
    }
}
