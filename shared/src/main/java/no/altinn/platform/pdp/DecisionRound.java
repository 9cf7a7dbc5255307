package no.altinn.platform.pdp;

import no.altinn.platform.concurrent.SideBySide;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;

/**
 * Asks for decisions on many requests, each for itself. A call that cannot be decided is halved and
 * asked again, down to single requests, so that a bad request holds up no other. That takes about
 * 14 further calls for each bad request, and never more than two calls a request in all. For one
 * list of requests; for one thread at a time.
 */
final class DecisionRound {
    private static final Logger LOG = LoggerFactory.getLogger(DecisionRound.class);

    /** After how many failures no call is begun: each would wait as long for a service away. */
    private static final int MOST_FAILURES = 3;

    /**
     * How many requests are asked alone in vain, before any call was decided, until no call is
     * begun: then it is the service that is bad, not a request.
     */
    private static final int MOST_IN_VAIN = 16;

    private static final Comparator<Part> LARGEST_FIRST =
            Comparator.comparingInt(Part::size).reversed();

    private final DecisionCall call;
    private final SideBySide calls;
    private final List<DecisionRequest> requests;
    private final AtomicReferenceArray<Decision> decisions;
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicInteger inVain = new AtomicInteger();
    private final AtomicInteger decided = new AtomicInteger();

    DecisionRound(DecisionCall call, SideBySide calls, List<DecisionRequest> requests) {
        this.call = call;
        this.calls = calls;
        this.requests = requests;
        this.decisions = new AtomicReferenceArray<>(requests.size());
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

    /** Asks; empty for a request that could not be decided. */
    List<Optional<Decision>> decisions() {
        List<Part> open =
                calls.each(parts(), part -> undecidable(List.of(part))).stream()
                        .flatMap(List::stream)
                        .toList();
        while (!open.isEmpty()) {
            open =
                    calls.each(open, this::descend).stream()
                            .flatMap(List::stream)
                            .sorted(LARGEST_FIRST)
                            .toList();
        }
        return IntStream.range(0, requests.size())
                .mapToObj(i -> Optional.ofNullable(decisions.get(i)))
                .toList();
    }

    private List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        for (int from = 0; from < requests.size(); from += DecisionCall.MOST_REQUESTS) {
            parts.add(new Part(from, Math.min(from + DecisionCall.MOST_REQUESTS, requests.size())));
        }
        return parts;
    }

    /**
     * Halves an undecidable part down to a single request, and asks about both halves at every
     * step. So a good request gets its decision early, wherever the bad ones stand, and a service
     * that decides on nothing is soon known.
     *
     * @return the undecidable parts beside the way
     */
    private List<Part> descend(Part part) {
        List<Part> beside = new ArrayList<>();
        List<Part> open = List.of(part);
        while (!open.isEmpty()) {
            beside.addAll(open.subList(1, open.size()));
            open = undecidable(open.get(0).halves());
        }
        return beside;
    }

    /** Asks about parts, and gives those of which a half may be decided. */
    private List<Part> undecidable(List<Part> parts) {
        return parts.stream().filter(this::isUndecidable).filter(part -> part.size() > 1).toList();
    }

    private boolean isUndecidable(Part part) {
        if (failures.get() >= MOST_FAILURES
                || (inVain.get() >= MOST_IN_VAIN && decided.get() == 0)) {
            return false;
        }
        try {
            List<Decision> answer = call.on(requests.subList(part.from(), part.to()));
            decided.incrementAndGet();
            for (int i = 0; i < part.size(); i++) {
                decisions.set(part.from() + i, answer.get(i));
            }
            return false;
        } catch (Undecidable e) {
            if (part.size() == 1) {
                inVain.incrementAndGet();
                LOG.warn("undecidable requests=1 cause={}", e.getMessage());
            } else {
                LOG.debug("undecidable requests={} cause={}", part.size(), e.getMessage());
            }
            return true;
        } catch (DecisionPointUnavailable e) {
            failures.incrementAndGet();
            LOG.warn("undecided requests={}", part.size(), e);
            return false;
        }
    }
}
