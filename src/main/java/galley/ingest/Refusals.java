package galley.ingest;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Puts into words why a server gave no document, and what a person can do about it.
final class Refusals {

    private static final int LOOKED_AT = 8192;
    private static final List<String> WALLS = List.of("just a moment", "captcha", "attention required", "are you a robot", "ddos-guard", "checking your browser",
            "verify you are human", "making sure you're not a bot", "datadome", "perimeterx", "px-captcha", "incapsula", "_incap_", "access to this page has been denied",
            "enable javascript and cookies to continue", "unusual traffic");

    private Refusals() {}

    /// @param body the beginning of what came with it
    static Fetched.Failed of(String host, Answer.Exchange exchange, byte[] body, Clock clock) {
        int status = exchange.status();
        var notBefore = notBefore(exchange.header("retry-after"), clock);
        if (isBotWall(exchange, body)) {
            return failed(host + " lets no programs in: it asked for proof of a person (" + status + ").", "Ask the outlet to let feed readers pass.", Fetched.Reason.PASSING, notBefore);
        }
        return switch (status) {
            case 401 -> failed(host + " asks for a name and password (401).", "Set the sign-in of this feed.", Fetched.Reason.SIGN_IN, notBefore);
            case 407 -> failed("Your own proxy asks for a name and password (407).", "Set them where the proxy is named.", Fetched.Reason.PASSING, notBefore);
            case 511 -> failed("The network you are in wants you to sign in first (511).", "Open a browser, sign in to the network, and pull again.", Fetched.Reason.PASSING, notBefore);
            case 403 -> failed(host + " does not let us have this feed (403).", "Ask the outlet, or look for another address.", Fetched.Reason.PASSING, notBefore);
            case 404 -> failed(host + " has nothing at this address (404).", "Look for the feed's new address on the outlet's page.", Fetched.Reason.PASSING, notBefore);
            case 410 -> failed(host + " says that this feed is gone for good (410).", "It is paused; remove it, or look for a new address.", Fetched.Reason.GONE, notBefore);
            case 429 -> failed(host + " was asked too often (429).", "Nothing to do: it is asked again later.", Fetched.Reason.TOO_OFTEN, notBefore);
            case 204, 205 -> failed(host + " answered with nothing (" + status + ").", "Nothing to do: it is asked again later.", Fetched.Reason.PASSING, notBefore);
            default -> status >= 500 ? failed(host + " has trouble of its own (" + status + ").", "Nothing to do: it is asked again later.",
                    status == 503 && notBefore != null ? Fetched.Reason.TOO_OFTEN : Fetched.Reason.PASSING, notBefore)
                    : failed(host + " answered in a way that makes no sense here (" + status + ").", "Check the address.", Fetched.Reason.PASSING, notBefore);
        };
    }

    /// Whether a page is a wall against programs and not what was asked for.
    static boolean isBotWall(Answer.Exchange exchange, byte[] body) {
        if (!exchange.header("cf-mitigated").isEmpty() || !exchange.header("x-datadome").isEmpty() && exchange.status() != 200) {
            return true;
        }
        int status = exchange.status();
        if (status == 200 && !exchange.header("content-type").toLowerCase(Locale.ROOT).contains("html")) {
            return false;
        }
        if (status != 200 && status != 202 && status != 403 && status != 429 && status != 503) {
            return false;
        }
        var start = new String(body, 0, Math.min(body.length, LOOKED_AT), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        return start.contains("<html") && WALLS.stream().anyMatch(start::contains);
    }

    /// `Retry-After` in seconds or as a date, at most a day.
    private static @Nullable Instant notBefore(String words, Clock clock) {
        try {
            var seconds = Elements.bigNumber(words.strip());
            var at = seconds != null ? clock.instant().plusSeconds(Math.min(seconds, 86_400)) : FeedDates.read(words.strip());
            var latest = clock.instant().plus(Duration.ofDays(1));
            return at == null || at.isBefore(clock.instant()) ? null : at.isAfter(latest) ? latest : at;
        } catch (DateTimeException never) {
            return null;
        }
    }

    static Fetched.Failed tooLarge(String who, int largest) {
        return failed(who + " sends more than " + largest / 1024 / 1024 + " MB, which is no feed.", "Check the address.", Fetched.Reason.PASSING, null);
    }

    static Fetched.Failed failed(String happened, String todo, Fetched.Reason reason, @Nullable Instant notBefore) {
        return new Fetched.Failed(happened + " " + todo, reason, notBefore);
    }
}
