package no.altinn.events.log;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;

import no.altinn.platform.client.Unavailable;
import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.Test;
import org.mockito.InOrder;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

class BestEffortLogTest {
    private final DeliveryLog log = mock(DeliveryLog.class);
    private final MutableClock clock = MutableClock.at(Instant.EPOCH);
    private final BestEffortLog bestEffort = new BestEffortLog(log, clock);

    @Test
    void everyEntryIsKeptInTheOrderGiven() {
        bestEffort.append(List.of(entry(1), entry(2)));
        bestEffort.append(entry(3));

        InOrder inOrder = inOrder(log);
        List.of(1, 2, 3).forEach(id -> inOrder.verify(log).append(entry(id)));
        verifyNoMoreInteractions(log);
    }

    @Test
    void aLogThatIsAwayIsAskedOnceAndFailsNobody() {
        doThrow(new Unavailable("away", new IOException())).when(log).append(any());

        bestEffort.append(List.of(entry(1), entry(2), entry(3)));

        verify(log, times(1)).append(any());
    }

    @Test
    void aSlowLogHoldsUpNobodyForLong() {
        doAnswer(
                        call -> {
                            clock.advance(Duration.ofSeconds(2));
                            return null;
                        })
                .when(log)
                .append(any());

        bestEffort.append(IntStream.range(0, 100).mapToObj(BestEffortLogTest::entry).toList());

        verify(log, times(3)).append(any());
    }

    private static LogEntry entry(int subscriptionId) {
        return new LogEntry(
                Activity.UNAUTHORIZED, Instant.EPOCH, "", "", "", subscriptionId, "", "", 0);
    }
}
