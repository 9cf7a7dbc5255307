package no.altinn.testing.cosmos;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What reads at each level of consistency see, and how much more they cost. Thread-safe. */
public final class Replicas {
    private static final String LEVEL = "x-ms-consistency-level";
    private static final String STRATEGY = "x-ms-cosmos-read-consistency-strategy";
    private static final Set<Operation> READS =
            EnumSet.of(Operation.READ, Operation.QUERY, Operation.CHANGE_FEED);

    private final Clock clock;
    private final Level ofAccount;
    private volatile Duration lag = Duration.ZERO;

    Replicas(Clock clock, Level ofAccount) {
        this.clock = clock;
        this.ofAccount = ofAccount;
    }

    /** From now on, reads that may are answered by a replica that lags by this much. */
    public void lag(Duration behind) {
        lag = behind;
    }

    Level ofAccount() {
        return ofAccount;
    }

    Instant now() {
        return clock.instant();
    }

    /** The level of a request; refused with 400 if the account does not promise as much. */
    Level level(Request request) {
        Optional<Level> level = request.header().apply(LEVEL).map(Level::of);
        Optional<Level> strategy = request.header().apply(STRATEGY).map(Replicas::ofStrategy);
        if (level.isPresent() && strategy.isPresent()) {
            throw new Refusal(400, "A request has either a level or a strategy, not both.");
        }
        if (level.filter(asked -> asked.compareTo(ofAccount) > 0).isPresent()) {
            throw new Refusal(400, "A request may ask for a weaker level only.");
        }
        return strategy.or(() -> level).orElse(ofAccount);
    }

    private static Level ofStrategy(String text) {
        return switch (text) {
            case "Eventual" -> Level.EVENTUAL;
            case "Session" -> Level.SESSION;
            case "LatestCommitted" -> Level.BOUNDED_STALENESS;
            default -> throw new Refusal(400, "There is no strategy '" + text + "' here.");
        };
    }

    /** As of when a read sees the documents; empty for as they are. */
    Optional<Instant> seenBy(Request request) {
        return level(request).toleratesLag() && !lag.isZero()
                ? Optional.of(now().minus(lag))
                : Optional.empty();
    }

    /** How many times its usual charge a request costs. */
    int factor(Request request) {
        return READS.contains(request.operation()) && level(request).asksTwoReplicas() ? 2 : 1;
    }
}
