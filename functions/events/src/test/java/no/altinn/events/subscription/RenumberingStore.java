package no.altinn.events.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.withSettings;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Gives a store's subscriptions other numbers: reads the last one, adds the subscription, and then
 * writes the next one. It is right only if callers come one after the other.
 */
final class RenumberingStore {
    private final SubscriptionStore real;
    private final AtomicInteger last = new AtomicInteger(1_000);

    /** The new numbers by the real ones, and the reverse. */
    private final Map<Integer, Integer> numbers = new ConcurrentHashMap<>();

    private final Map<Integer, Integer> reals = new ConcurrentHashMap<>();

    /** So many callers have read before any of them writes. */
    private final CountDownLatch reading;

    RenumberingStore(SubscriptionStore real, int atOnce) {
        this.real = real;
        this.reading = new CountDownLatch(atOnce);
    }

    /** A store that does not care whether callers come at once. */
    SubscriptionStore port() {
        SubscriptionStore port =
                mock(
                        SubscriptionStore.class,
                        withSettings().stubOnly().defaultAnswer(delegatesTo(real)));
        doAnswer(call -> added(call.getArgument(0), call.getArgument(1)))
                .when(port)
                .add(any(), any());
        doAnswer(call -> found(call.<Integer>getArgument(0))).when(port).find(anyInt());
        doAnswer(call -> real.remove(real(call.<Integer>getArgument(0))))
                .when(port)
                .remove(anyInt());
        return port;
    }

    private Subscription added(NewSubscription wanted, Instant now) throws InterruptedException {
        int read = last.get();
        reading.countDown();
        assertThat(reading.await(60, TimeUnit.SECONDS)).as("Callers come at once").isTrue();
        int realNumber = real.add(wanted, now).id();
        int number = numbers.computeIfAbsent(realNumber, any -> read + 1);
        reals.put(number, realNumber);
        last.accumulateAndGet(number, Math::max);
        return numbered(number);
    }

    private Optional<Subscription> found(int number) {
        return real.find(real(number)).map(any -> numbered(number));
    }

    private int real(int number) {
        return reals.getOrDefault(number, Integer.MAX_VALUE);
    }

    private static Subscription numbered(int number) {
        return SampleSubscription.pulled(number);
    }
}
