package galley.app.command;

import galley.signoff.Outcome;
import galley.signoff.Reason;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Tells the outcome of an act the same way in every command.
final class Told {

    private Told() {}

    /// Prints and answers the exit code.
    ///
    /// @param done what to say when it was done
    /// @param more members of the JSON answer
    static int of(Outcome<?> outcome, GalleyCommand galley, String done, Map<String, ?> more) {
        boolean isDone = outcome instanceof Outcome.Done<?>;
        if (galley.json) {
            var answer = new LinkedHashMap<String, Object>(more);
            answer.put("done", isDone);
            answer.put("reasons", reasons(outcome));
            galley.terminal.json(answer);
        } else if (isDone) {
            galley.terminal.out.println(done);
        } else {
            galley.terminal.err.println("galley: refused.");
            reasons(outcome).forEach(r -> galley.terminal.err.println("  " + r.get("words")));
        }
        return isDone ? Exit.DONE : Exit.REFUSED;
    }

    /// A whole command that was refused, in the shape of a refused act.
    static Map<String, Object> refused(String words) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("done", false);
        answer.put("reasons", List.of(Map.of("code", "refused", "words", words, "place", "")));
        return answer;
    }

    static List<Map<String, String>> reasons(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Done<?> done -> List.of();
            case Outcome.Refused<?> refused -> refused.reasons().stream().map(Told::reason).toList();
            case Outcome.Overtaken<?> overtaken -> List.of(Map.of("code", "overtaken", "words", overtaken.words(), "place", "body"));
        };
    }

    static Map<String, String> reason(Reason reason) {
        var map = new LinkedHashMap<String, String>();
        map.put("code", reason.why().code());
        map.put("words", reason.words());
        map.put("place", reason.place());
        return map;
    }
}
