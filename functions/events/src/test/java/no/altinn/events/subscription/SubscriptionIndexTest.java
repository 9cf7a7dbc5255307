package no.altinn.events.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class SubscriptionIndexTest {
    private static final String RESOURCE = "urn:altinn:resource:r";

    private final FakeSubscriptionStore store = new FakeSubscriptionStore();
    private final MutableClock clock = MutableClock.at(SampleSubscription.CREATED);
    private final SubscriptionIndex index = new SubscriptionIndex(store, clock);
    private final Subscription subscription =
            SampleSubscription.of(1, SampleSubscription.filters().build());

    private static SubscriptionKey key(int id) {
        return new SubscriptionKey(id, RESOURCE, "");
    }

    @Test
    void resourcesAreFoundInAnyCase() {
        store.put(subscription);

        assertThat(index.validatedFor("urn:Altinn:RESOURCE:R"))
                .extracting(Interest::id)
                .containsExactly(1);
    }

    @Test
    void aSubscriptionWithATextThatIsTooLongGetsNoEvents() {
        store.put(
                subscription,
                SampleSubscription.of(
                        2, SampleSubscription.filters().type("t".repeat(1_025)).build()));

        assertThat(index.validatedFor(RESOURCE)).extracting(Interest::id).containsExactly(1);
        assertThat(index.find(key(2))).isEmpty();
    }

    @Test
    void changesMadeElsewhereAreSeenWithinFiveSeconds() {
        assertThat(index.validatedFor(RESOURCE)).isEmpty();
        assertThat(index.find(key(1))).isEmpty();
        store.put(subscription);
        clock.advance(Duration.ofMillis(4_999));

        assertThat(index.validatedFor(RESOURCE)).isEmpty();
        assertThat(index.find(key(1))).isEmpty();
        clock.advance(Duration.ofMillis(1));
        assertThat(index.validatedFor(RESOURCE)).extracting(Interest::id).containsExactly(1);
        assertThat(index.find(key(1))).contains(subscription);
    }

    @Test
    void readingDoesNotKeepWhatIsOld() {
        store.put(subscription);
        for (int second = 0; second < 5; second++) {
            assertThat(index.find(key(1))).isPresent();
            store.remove(1);
            clock.advance(Duration.ofSeconds(1));
        }

        assertThat(index.find(key(1))).isEmpty();
    }

    @Test
    void anAnswerThatCameLateIsAsOldAsItsQuestion() {
        store.put(subscription);
        store.onFind(() -> clock.advance(Duration.ofSeconds(3)));
        index.find(key(1));
        store.onFind(() -> {});
        store.setValidation(1, new ValidationState.Failed());
        clock.advance(Duration.ofSeconds(2));

        assertThat(index.find(key(1)).orElseThrow().isValidated()).isFalse();
    }

    @Test
    void changesMadeHereAreSeenAtOnce() {
        store.put(subscription);
        assertThat(index.find(key(1))).isPresent();
        assertThat(index.validatedFor(RESOURCE)).hasSize(1);
        store.setValidation(1, new ValidationState.Failed());

        index.changed(subscription);

        assertThat(index.validatedFor(RESOURCE)).isEmpty();
        assertThat(index.find(key(1)).orElseThrow().isValidated()).isFalse();
    }
}
