package no.altinn.platform.pdp;

import no.altinn.platform.concurrent.SideBySide;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Asks for decisions on many requests, each for itself. A call that cannot be decided is halved and
 * asked again, down to single requests, so that a bad request holds up no other. For one list of
 * requests; for one thread at a time.
 */
final class DecisionRound {
    private static final Logger LOG = LoggerFactory.getLogger(DecisionRound.class);

    /** After how many failures no call is begun: each would wait as long for a service away. */
    private static final int MOST_FAILURES = 3;

    /**
     * How many calls the halving adds at most. To find one bad request among a hundred takes 14.
     */
    private static final int MOST_HALVES = 200;

    /**
     * After how many undecidable calls, and no other, no call is begun: then it is the service that
     * is bad, not a request.
     */
    private static final int MOST_IN_VAIN = 32;

    private final DecisionCall call;
    private final SideBySide calls;
    private final List<DecisionRequest> requests;
    private final List<Optional<Decision>> decisions;
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicInteger undecidable = new AtomicInteger();
    private final AtomicInteger decided = new AtomicInteger();
    private int halves;

    DecisionRound(DecisionCall call, SideBySide calls, List<DecisionRequest> requests) {
        this.call = call;
        this.calls = calls;
        this.requests = requests;
        this.decisions = new ArrayList<>(Collections.nCopies(requests.size(), Optional.empty()));
    }

    /** Some of the requests, by their places: from the first up to, but without, the second. */
    private record Part(int from, int to) {
        int size() {
            return to - from;
        }

        List<Part> halves() {
            int middle = (from + to) >>> 1;
            return List.of(new Part(from, middle), new Part(middle, to));
        }
    }

    /**
     * @param answer the decisions on the part's requests; empty when there are none
     * @param isUndecidable whether a smaller part may be decided
     */
    private record Asked(Part part, List<Decision> answer, boolean isUndecidable) {}

    /** Asks; empty for a request that could not be decided. */
    List<Optional<Decision>> decisions() {
        List<Part> open = new ArrayList<>();
        for (int from = 0; from < requests.size(); from += DecisionCall.MOST_REQUESTS) {
            open.add(new Part(from, Math.min(from + DecisionCall.MOST_REQUESTS, requests.size())));
        }
        while (!open.isEmpty()) {
            open =
                    calls.each(open, this::ask).stream()
                            .flatMap(one -> smaller(one).stream())
                            .toList();
        }
        return List.copyOf(decisions);
    }

    private Asked ask(Part part) {
        if (failures.get() >= MOST_FAILURES
                || (undecidable.get() >= MOST_IN_VAIN && decided.get() == 0)) {
            return new Asked(part, List.of(), false);
        }
        try {
            List<Decision> answer = call.on(requests.subList(part.from(), part.to()));
            decided.incrementAndGet();
            return new Asked(part, answer, false);
        } catch (Undecidable e) {
            undecidable.incrementAndGet();
            LOG.warn("undecidable requests={} cause={}", part.size(), e.getMessage());
            return new Asked(part, List.of(), true);
        } catch (DecisionPointUnavailable e) {
            failures.incrementAndGet();
            LOG.warn("undecided requests={}", part.size(), e);
            return new Asked(part, List.of(), false);
        }
    }

    /** Keeps what was decided, and tells what of the rest is worth another call. */
    private List<Part> smaller(Asked asked) {
        Part part = asked.part();
        for (int i = 0; i < asked.answer().size(); i++) {
            decisions.set(part.from() + i, Optional.of(asked.answer().get(i)));
        }
        if (!asked.isUndecidable() || part.size() == 1 || halves + 2 > MOST_HALVES) {
            return List.of();
        }
        halves += 2;
        return part.halves();
    }
}
