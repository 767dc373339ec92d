package galley.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import galley.notice.Notice;
import galley.screen.common.Command;
import galley.screen.common.Notices;
import galley.work.ImmediateWork;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PullingTest {

    private final List<String> said = new ArrayList<>();
    private final Notices notices = new Notices() {
        @Override
        public void say(String icon, String words, Command... acts) {
            said.add(words);
        }

        @Override
        public void tell(Notice notice) {
            said.add(notice.happened());
        }
    };

    @Test
    void whatTheRulesWantToldIsSaidWhenThePullIsDone() {
        var pulling = new Pulling(new ImmediateWork(), (_, _) -> new Pulling.Brought(31, 4, 0, List.of("“Ships” has hit 2 new items.")), notices, () -> said.add("looked again"));

        pulling.start();

        assertEquals(List.of("“Ships” has hit 2 new items.", "looked again"), said);
        assertEquals("31 new · 4 changed", pulling.broughtProperty().get());
    }
}
