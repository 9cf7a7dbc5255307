package no.altinn.platform.pdp;

import no.altinn.platform.concurrent.SideBySide;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Asks for decisions on many requests, each for itself. A call that cannot be decided is halved and
 * asked again, down to single requests, so that a bad request holds up no other. That takes about
 * 14 further calls for each bad request, and never more than two calls a request in all. A request
 * that was found to be bad shortly before takes one call, after all others. For one list of
 * requests; for one thread at a time.
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
    private final RecentlyUndecidable undecidable;
    private final List<DecisionRequest> requests;
    // The places of requests: those that share calls, and those that have been undecidable.
    private final List<Integer> shared;
    private final List<Integer> alone;
    private final AtomicReferenceArray<Decision> decisions;
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicInteger inVain = new AtomicInteger();
    private final AtomicInteger decided = new AtomicInteger();

    /**
     * A round about these requests.
     *
     * @param undecidable what earlier rounds found, and what this one will find
     */
    DecisionRound(
            DecisionCall call,
            SideBySide calls,
            RecentlyUndecidable undecidable,
            List<DecisionRequest> requests) {
        this.call = call;
        this.calls = calls;
        this.undecidable = undecidable;
        this.requests = requests;
        this.decisions = new AtomicReferenceArray<>(requests.size());
        Map<Boolean, List<Integer>> places =
                IntStream.range(0, requests.size())
                        .boxed()
                        .collect(
                                Collectors.partitioningBy(
                                        place -> undecidable.contains(requests.get(place))));
        this.shared = places.get(false);
        this.alone = places.get(true);
    }

    /** Requests that are asked in one call, by their places in the round. */
    private record Part(List<Integer> places) {
        int size() {
            return places.size();
        }

        List<Part> halves() {
            int middle = size() / 2;
            return List.of(
                    new Part(places.subList(0, middle)), new Part(places.subList(middle, size())));
        }
    }

    /** Asks; empty for a request that could not be decided. */
    List<Optional<Decision>> decisions() {
        ask(parts(shared, DecisionCall.MOST_REQUESTS));
        // Last, since they may well be in vain again.
        ask(parts(alone, 1));
        return IntStream.range(0, requests.size())
                .mapToObj(i -> Optional.ofNullable(decisions.get(i)))
                .toList();
    }

    private void ask(List<Part> parts) {
        List<Part> open =
                calls.each(parts, part -> undecidable(List.of(part))).stream()
                        .flatMap(List::stream)
                        .toList();
        while (!open.isEmpty()) {
            open =
                    calls.each(open, this::descend).stream()
                            .flatMap(List::stream)
                            .sorted(LARGEST_FIRST)
                            .toList();
        }
    }

    private static List<Part> parts(List<Integer> places, int most) {
        List<Part> parts = new ArrayList<>();
        for (int from = 0; from < places.size(); from += most) {
            parts.add(new Part(places.subList(from, Math.min(from + most, places.size()))));
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
            List<Decision> answer = call.on(part.places().stream().map(requests::get).toList());
            decided.incrementAndGet();
            for (int i = 0; i < part.size(); i++) {
                decisions.set(part.places().get(i), answer.get(i));
            }
            part.places().stream().map(requests::get).forEach(undecidable::remove);
            return false;
        } catch (Undecidable e) {
            if (part.size() == 1) {
                inVain.incrementAndGet();
                undecidable.add(requests.get(part.places().get(0)));
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
