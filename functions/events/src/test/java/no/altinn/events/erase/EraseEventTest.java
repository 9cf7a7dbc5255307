package no.altinn.events.erase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import no.altinn.events.app.Refusals;
import no.altinn.events.event.EventStore;
import no.altinn.events.event.TestEvents;
import no.altinn.platform.client.Unavailable;
import no.altinn.platform.http.QueryParameters;
import no.altinn.testing.log.CapturedLog;

import org.junit.jupiter.api.Test;

class EraseEventTest {
    private static final EventToErase WANTED =
            EventToErase.of(
                    TestEvents.RESOURCE,
                    "a%2Fb",
                    QueryParameters.parse("source=" + TestEvents.SOURCE));

    private final EventStore events = mock(EventStore.class);
    private final EraseEvent erasure = new EraseEvent(events);

    @Test
    void theLikeliestEventIsErasedAlone() {
        when(events.erase(TestEvents.event("a/b").key())).thenReturn(true);

        erasure.erase(WANTED);

        verify(events, never()).erase(TestEvents.event("a%2Fb").key());
    }

    @Test
    void anIdWithAnEncodedSlashOfItsOwnIsFoundToo() {
        when(events.erase(TestEvents.event("a%2Fb").key())).thenReturn(true);

        erasure.erase(WANTED);

        verify(events).erase(TestEvents.event("a%2Fb").key());
    }

    @Test
    void anUnknownEventIsNotFound() {
        assertThat(Refusals.answer(() -> erasure.erase(WANTED)).status()).isEqualTo(404);
        assertThat(Refusals.answer(() -> erasure.erase(WANTED)).body()).isEmpty();
        assertThat(Refusals.detail(() -> erasure.erase(WANTED)))
                .isEqualTo("There is no event with this id and source on this resource.");
    }

    @Test
    void aStoreThatIsAwayIsTold() {
        when(events.erase(TestEvents.event("a/b").key())).thenThrow(new Unavailable("store"));

        assertThatThrownBy(() -> erasure.erase(WANTED)).isInstanceOf(Unavailable.class);
    }

    @Test
    void theLogTellsOfAnErasureButNotOfWhoseEventItWas() {
        when(events.erase(TestEvents.event("a/b").key())).thenReturn(true);
        try (CapturedLog log = CapturedLog.of(EraseEvent.class)) {
            erasure.erase(WANTED);

            assertThat(log.lines()).containsExactly("erased event on " + TestEvents.RESOURCE);
        }
    }
}
