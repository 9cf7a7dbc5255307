package no.altinn.local.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.stream.IntStream;

/** An event with more recipients than are relayed to in one go. On a platform of its own. */
@Tag("proof")
final class ManyRecipientsTest {
    private static final int RECIPIENTS = 1_010;

    @Test
    void eachOfMoreThanAThousandRecipientsGetsTheEventOnce() {
        try (Platform platform = Platform.start();
                Receiver receiver = Receiver.taking()) {
            String resource = Platform.resource();
            Subscriber ttd = new Subscriber(platform, platform.tokens().ttd());
            IntStream.range(0, RECIPIENTS)
                    .parallel()
                    .forEach(
                            i ->
                                    ttd.subscribe(
                                            receiver.endPoint() + i,
                                            Map.of("resourceFilter", resource)));
            // Each endpoint was asked once whether it takes events.
            await().until(() -> receiver.received().size() == RECIPIENTS);
            await().until(
                            () ->
                                    ttd.list()
                                            .json()
                                            .path("subscriptions")
                                            .valueStream()
                                            .allMatch(one -> one.path("validated").asBoolean()));
            EventText event = EventText.on(resource);
            platform.publish(event);

            await().untilAsserted(
                            () ->
                                    assertThat(receiver.received())
                                            .filteredOn(event.json()::equals)
                                            .hasSize(RECIPIENTS));
        }
    }
}
