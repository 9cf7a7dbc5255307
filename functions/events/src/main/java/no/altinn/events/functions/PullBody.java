package no.altinn.events.functions;

import no.altinn.events.pull.ReceiveOrder;
import no.altinn.platform.app.Exchange;
import no.altinn.platform.http.Problem;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Reads what receivers ask for. Every method throws {@link Problem} 400 for a value out of range.
 */
final class PullBody {
    private static final int MOST_TOKENS = 100;
    private static final Set<Integer> DELAYS = new TreeSet<>(Set.of(0, 10, 60, 600, 3_600));

    private PullBody() {}

    static ReceiveOrder order(Exchange exchange) {
        CommandBody body = CommandBody.read(exchange, "maxEvents", "maxWaitSeconds", "lockSeconds");
        int most = body.integer("maxEvents", 1, ReceiveOrder.MOST_EVENTS).orElse(1);
        int wait =
                body.integer("maxWaitSeconds", 0, (int) ReceiveOrder.LONGEST_WAIT.toSeconds())
                        .orElse(0);
        return new ReceiveOrder(most, Duration.ofSeconds(wait), lock(body));
    }

    private static Duration lock(CommandBody body) {
        int seconds =
                body.integer(
                                "lockSeconds",
                                (int) ReceiveOrder.SHORTEST_LOCK.toSeconds(),
                                (int) ReceiveOrder.LONGEST_LOCK.toSeconds())
                        .orElse((int) ReceiveOrder.USUAL_LOCK.toSeconds());
        return Duration.ofSeconds(seconds);
    }

    /** Locks that are named, and nothing else. */
    static List<String> tokens(Exchange exchange) {
        return tokens(CommandBody.read(exchange, "lockTokens"));
    }

    private static List<String> tokens(CommandBody body) {
        List<String> tokens = body.texts("lockTokens").orElse(List.of());
        if (tokens.isEmpty() || tokens.size() > MOST_TOKENS) {
            throw Problem.badBody(
                    "'lockTokens' must be a list of 1 to %d strings.".formatted(MOST_TOKENS));
        }
        return tokens;
    }

    /** Locks, and how long no receiver is to get what they hold. */
    record Release(List<String> tokens, Duration delay) {
        static Release of(Exchange exchange) {
            CommandBody body = CommandBody.read(exchange, "lockTokens", "releaseDelaySeconds");
            int delay = body.integer("releaseDelaySeconds").orElse(0);
            if (!DELAYS.contains(delay)) {
                throw Problem.badBody(
                        "'releaseDelaySeconds' must be one of %s."
                                .formatted(
                                        DELAYS.stream()
                                                .map(String::valueOf)
                                                .collect(Collectors.joining(", "))));
            }
            return new Release(PullBody.tokens(body), Duration.ofSeconds(delay));
        }
    }

    /** Locks, and how much longer they are to last. */
    record Renewal(List<String> tokens, Duration lock) {
        static Renewal of(Exchange exchange) {
            CommandBody body = CommandBody.read(exchange, "lockTokens", "lockSeconds");
            Duration lock = PullBody.lock(body);
            return new Renewal(PullBody.tokens(body), lock);
        }
    }
}
