package no.altinn.local.contract;

import no.altinn.events.delivery.DeliverEvent;
import no.altinn.testing.log.CapturedLog;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the log tells of attempts, from its opening on. */
final class AttemptLines implements AutoCloseable {
    private static final Pattern POSTPONED = Pattern.compile("postponed subscription=(\\d+) .*");
    private static final Pattern ATTEMPT =
            Pattern.compile("attempt event=\\S+ subscription=(\\d+) \\S+ attempt=(\\d+) .*");

    private final CapturedLog log = CapturedLog.debugging(DeliverEvent.class);

    /** The subscriptions of which an attempt was postponed. */
    Set<Integer> postponed() {
        return matching(POSTPONED).stream()
                .map(line -> Integer.valueOf(line.group(1)))
                .collect(Collectors.toSet());
    }

    /** The numbers of all attempts that were made for these subscriptions. */
    List<Integer> numbersFor(List<Integer> subscriptions) {
        return matching(ATTEMPT).stream()
                .filter(line -> subscriptions.contains(Integer.valueOf(line.group(1))))
                .map(line -> Integer.valueOf(line.group(2)))
                .toList();
    }

    private List<MatchResult> matching(Pattern pattern) {
        return log.lines().stream()
                .map(pattern::matcher)
                .filter(Matcher::matches)
                .map(Matcher::toMatchResult)
                .toList();
    }

    @Override
    public void close() {
        log.close();
    }
}
