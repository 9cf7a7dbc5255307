package no.altinn.events.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.withSettings;

import no.altinn.events.delivery.Delivery;
import no.altinn.events.delivery.DeliveryState.Delivered;
import no.altinn.events.delivery.DeliveryStore;
import no.altinn.events.subscription.Subscription;
import no.altinn.testing.history.AtOnce;
import no.altinn.testing.history.Tally;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** What receivers may rely on that come at once, whichever store keeps the deliveries. */
public abstract class ReceiversContract {
    private static final int RECEIVERS = 8;
    private static final int EVENTS = 200;
    private static final int SUBSCRIPTION = 7;

    private final Set<String> inHands = ConcurrentHashMap.newKeySet();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();

    /** The store under test, empty at first, the same during one test. */
    protected abstract DeliveryStore store();

    @Test
    void noEventIsWithTwoReceiversAtOnceAndNoneIsLost() throws InterruptedException {
        Receivers receivers =
                new Receivers(
                        store(),
                        Clock.systemUTC(),
                        time -> {
                            throw new AssertionError("These receivers do not wait");
                        });
        Subscription subscription = receivers.pulled(SUBSCRIPTION);
        Instant now = Clock.systemUTC().instant();
        List<Delivery> all =
                IntStream.range(0, EVENTS)
                        .mapToObj(i -> receivers.ready(SUBSCRIPTION, "e" + i, now.minusMillis(i)))
                        .toList();

        AtOnce.run(
                IntStream.range(0, RECEIVERS)
                        .mapToObj(seed -> (Runnable) () -> receive(receivers, subscription, seed))
                        .toList());

        assertThat(acknowledged).hasSize(EVENTS);
        assertThat(inHands).isEmpty();
        assertThat(all)
                .allSatisfy(
                        one ->
                                assertThat(receivers.now(one).state())
                                        .isInstanceOf(Delivered.class));
    }

    /** Acknowledges most events, and gives some back, until there are none. */
    private void receive(Receivers receivers, Subscription subscription, long seed) {
        Random random = new Random(seed);
        while (acknowledged.size() < EVENTS) {
            List<ReceivedEvent> events = receivers.receive(subscription, 1 + random.nextInt(5));
            List<String> taken = new ArrayList<>();
            List<String> givenBack = new ArrayList<>();
            for (ReceivedEvent one : events) {
                String id = one.event().id();
                assertThat(inHands.add(id)).as("%s is with one receiver", id).isTrue();
                boolean isTaken = random.nextInt(10) > 0;
                (isTaken ? taken : givenBack).add(one.lockToken());
                if (isTaken) {
                    assertThat(acknowledged.add(id)).as("%s is taken once", id).isTrue();
                }
            }
            events.forEach(one -> inHands.remove(one.event().id()));
            settle(receivers, subscription, taken, givenBack);
        }
    }

    private static void settle(
            Receivers receivers,
            Subscription subscription,
            List<String> taken,
            List<String> givenBack) {
        assertThat(receivers.settle.acknowledge(subscription, taken).failed()).isEmpty();
        assertThat(receivers.settle.release(subscription, givenBack, Duration.ZERO).failed())
                .isEmpty();
    }

    @Test
    void aLockIsRenewedAndAcknowledgedByItsToken() {
        Receivers receivers = new Receivers(store(), Clock.systemUTC(), time -> {});
        Subscription subscription = receivers.pulled(SUBSCRIPTION);
        Delivery delivery =
                receivers.ready(SUBSCRIPTION, "1", Clock.systemUTC().instant().minusSeconds(600));
        ReceivedEvent event = receivers.receive(subscription, 1).get(0);
        List<String> token = List.of(event.lockToken());

        assertThat(receivers.settle.renew(subscription, token, Receivers.LOCK).succeeded())
                .isEqualTo(token);
        assertThat(receivers.acknowledge(subscription, event).succeeded()).isEqualTo(token);
        assertThat(receivers.acknowledge(subscription, event).succeeded()).isEmpty();
        assertThat(receivers.now(delivery).attempts()).hasSize(1);
    }

    private Tally.Run history(DeliveryStore store) {
        return seed -> LockHistory.verdict(store, 100 + (int) seed, seed);
    }

    private Tally histories(DeliveryStore store, int count) throws InterruptedException {
        return Tally.of(1, count, history(store));
    }

    @Test
    void whatReceiversSeeWhoShareTheirTokensCouldHaveComeOneAfterTheOther(TestReporter reporter)
            throws InterruptedException {
        Tally tally = histories(store(), 10);

        reporter.publishEntry("locks", tally.toString());
        assertThat(tally.isExplained()).as("%s", tally).isTrue();
    }

    @Test
    @Tag("proof")
    void manyHistoriesOfReceiversCouldHaveComeOneAfterTheOther(TestReporter reporter)
            throws InterruptedException {
        Tally tally = histories(store(), 500);

        reporter.publishEntry("locks", tally.toString());
        assertThat(tally.isExplained()).as("%s", tally).isTrue();
    }

    /** A store that answers yes to each call of a method, whatever became of it. */
    private DeliveryStore takingTheWord(String method, CountDownLatch callers) {
        DeliveryStore real = store();
        return mock(
                DeliveryStore.class,
                withSettings()
                        .stubOnly()
                        .defaultAnswer(
                                call -> {
                                    if (!call.getMethod().getName().equals(method)) {
                                        return call.getMethod().invoke(real, call.getArguments());
                                    }
                                    callers.countDown();
                                    assertThat(callers.await(60, TimeUnit.SECONDS)).isTrue();
                                    assertThat(call.getMethod().invoke(real, call.getArguments()))
                                            .isInstanceOf(Boolean.class);
                                    return true;
                                }));
    }

    @ParameterizedTest
    @ValueSource(strings = {"move", "conclude"})
    void aStoreThatTakesTheWordOfEachReceiverIsFoundOut(String method) throws InterruptedException {
        DeliveryStore broken = takingTheWord(method, new CountDownLatch(1));

        assertThat(Tally.untilRefuted(1, 100, history(broken)).refuted()).isNotEmpty();
    }

    @Test
    void aStoreThatLocksAnEventForTwoReceiversIsFoundOut() throws InterruptedException {
        DeliveryStore broken = takingTheWord("change", new CountDownLatch(2));

        assertThat(Tally.untilRefuted(1, 100, history(broken)).refuted()).isNotEmpty();
    }
}
