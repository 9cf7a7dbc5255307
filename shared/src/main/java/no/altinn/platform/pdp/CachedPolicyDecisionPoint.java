package no.altinn.platform.pdp;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Remembers permits and denials, never failures, for 5 minutes at most. Requests share a decision
 * only when all their decisive attributes are equal. Holds at most 20 000 decisions. Thread-safe
 * and without locks: two callers who miss the same decision both ask for it.
 */
public final class CachedPolicyDecisionPoint implements PolicyDecisionPoint {
    /** The longest time a decision may be remembered, and the default. */
    public static final Duration MAX_AGE = Duration.ofMinutes(5);

    private static final long MAX_DECISIONS = 20_000;

    private final PolicyDecisionPoint decisionPoint;
    private final Duration age;
    private final Clock clock;
    // Replaced as a whole, so that an answer to an earlier question is not kept afterwards.
    private volatile Cache<DecisionKey, Decision> cache;

    /**
     * @param age how long to remember, zero to {@link #MAX_AGE}
     */
    public CachedPolicyDecisionPoint(PolicyDecisionPoint decisionPoint, Duration age, Clock clock) {
        if (age.isNegative() || age.compareTo(MAX_AGE) > 0) {
            throw new IllegalArgumentException("Decisions are remembered for 0 to 5 minutes");
        }
        this.decisionPoint = decisionPoint;
        this.age = age;
        this.clock = clock;
        this.cache = empty();
    }

    private Cache<DecisionKey, Decision> empty() {
        return Caffeine.newBuilder()
                .maximumSize(MAX_DECISIONS)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .expireAfterWrite(age)
                .build();
    }

    /** Forgets every decision, for a caller who knows that policies have changed. */
    public void forget() {
        cache = empty();
    }

    @Override
    public List<Decision> decide(List<DecisionRequest> requests) {
        return decided(
                        requests,
                        missing ->
                                decisionPoint.decide(missing).stream().map(Optional::of).toList())
                .stream()
                .map(Optional::orElseThrow)
                .toList();
    }

    @Override
    public List<Optional<Decision>> decideEach(List<DecisionRequest> requests) {
        return decided(requests, decisionPoint::decideEach);
    }

    private List<Optional<Decision>> decided(
            List<DecisionRequest> requests,
            Function<List<DecisionRequest>, List<Optional<Decision>>> ask) {
        Cache<DecisionKey, Decision> remembered = cache;
        List<DecisionKey> keys = requests.stream().map(DecisionKey::of).toList();
        Map<DecisionKey, Decision> known = new HashMap<>(remembered.getAllPresent(keys));
        Map<DecisionKey, DecisionRequest> missing = new LinkedHashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            if (!known.containsKey(keys.get(i))) {
                missing.putIfAbsent(keys.get(i), requests.get(i));
            }
        }
        if (!missing.isEmpty()) {
            Map<DecisionKey, Decision> answers =
                    answers(
                            List.copyOf(missing.keySet()),
                            ask.apply(List.copyOf(missing.values())));
            remembered.putAll(answers);
            known.putAll(answers);
        }
        return keys.stream().map(key -> Optional.ofNullable(known.get(key))).toList();
    }

    private static Map<DecisionKey, Decision> answers(
            List<DecisionKey> asked, List<Optional<Decision>> decisions) {
        Map<DecisionKey, Decision> answers = new HashMap<>();
        for (int i = 0; i < asked.size(); i++) {
            DecisionKey key = asked.get(i);
            decisions.get(i).ifPresent(decision -> answers.put(key, decision));
        }
        return answers;
    }
}
