package no.altinn.events.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import no.altinn.events.event.TestEvents;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;

/** What every {@link OutboundRelay} promises. */
public abstract class OutboundRelayContract {
    /** The relay under test, the same during one test. */
    protected abstract OutboundRelay relay();

    /** The notices that have arrived so far, in any order. */
    protected abstract List<DeliveryNotice> arrived();

    private static DeliveryNotice notice(int subscription) {
        return new DeliveryNotice(
                DeliveryKey.of(TestEvents.event("1").key(), subscription), subscription % 12 + 1);
    }

    @Test
    void everyNoticeArrivesAsItWas() {
        List<DeliveryNotice> notices =
                IntStream.range(1, 101).mapToObj(OutboundRelayContract::notice).toList();

        relay().send(notices);

        await().untilAsserted(
                        () -> assertThat(arrived()).containsExactlyInAnyOrderElementsOf(notices));
    }

    @Test
    void nothingSentIsNothingArrived() {
        relay().send(List.of());
        relay().send(List.of(notice(1)));

        await().untilAsserted(() -> assertThat(arrived()).containsExactly(notice(1)));
    }
}
