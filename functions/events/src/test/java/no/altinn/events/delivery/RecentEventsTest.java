package no.altinn.events.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import no.altinn.events.event.Event;
import no.altinn.events.event.EventStore;
import no.altinn.events.event.SampleEvent;
import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

class RecentEventsTest {
    private static final Event EVENT = SampleEvent.of("subject", "/party/1");

    private final MutableClock clock = MutableClock.at(Instant.EPOCH);
    private final EventStore events = mock(EventStore.class);
    private final RecentEvents recent = new RecentEvents(events, clock);

    @Test
    void anEventIsReadOnceForItsManyRecipients() {
        when(events.find(EVENT.key())).thenReturn(Optional.of(EVENT));

        assertThat(recent.find(EVENT.key())).contains(EVENT);
        assertThat(recent.find(EVENT.key())).contains(EVENT);
        verify(events, times(1)).find(EVENT.key());
    }

    @Test
    void anEventIsReadAgainAfterFiveSeconds() {
        when(events.find(EVENT.key())).thenReturn(Optional.of(EVENT)).thenReturn(Optional.empty());
        recent.find(EVENT.key());
        clock.advance(Duration.ofSeconds(5));

        assertThat(recent.find(EVENT.key())).isEmpty();
    }

    @Test
    void anEventThatIsNotThereYetIsFoundAsSoonAsItIs() {
        when(events.find(EVENT.key())).thenReturn(Optional.empty()).thenReturn(Optional.of(EVENT));

        assertThat(recent.find(EVENT.key())).isEmpty();
        assertThat(recent.find(EVENT.key())).contains(EVENT);
    }
}
