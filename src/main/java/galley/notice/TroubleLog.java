package galley.notice;

import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.LoggerFactory;

/// Writes a fault to the log under a short code, so that a person can quote the code and a log entry is found by it.
public final class TroubleLog {

    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private TroubleLog() {}

    /// Logs the fault and answers the words for the person. A [Trouble] keeps its own words.
    public static Notice tell(String doing, Throwable fault) {
        var code = code();
        LoggerFactory.getLogger("trouble").error("[{}] {}", code, doing, fault);
        if (fault instanceof Trouble trouble) {
            var n = trouble.notice();
            return new Notice(n.happened(), n.safe(), n.todo(), code);
        }
        return new Notice("Galley met a fault while " + doing + ": " + reason(fault) + ".", "What was saved before is safe.",
                "Try again; if it happens again, send the log with this code.", code);
    }

    private static String reason(Throwable fault) {
        var message = fault.getMessage();
        var words = message == null || message.isBlank() ? fault.getClass().getSimpleName() : message.lines().findFirst().orElse("");
        return words.endsWith(".") ? words.substring(0, words.length() - 1) : words;
    }

    private static String code() {
        var random = ThreadLocalRandom.current();
        var code = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            code.append(i == 2 ? "-" : "").append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return code.toString();
    }
}
