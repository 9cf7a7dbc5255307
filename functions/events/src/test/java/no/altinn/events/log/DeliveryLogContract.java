package no.altinn.events.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Instant;

/** What every {@link DeliveryLog} promises. */
public abstract class DeliveryLogContract {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00.123456Z");

    /** The log under test, empty at first, the same during one test. */
    protected abstract DeliveryLog log();

    private static LogEntry entry(Activity activity, Instant time, int subscription) {
        return new LogEntry(
                activity,
                time,
                "6fb3f738-6800-4f29-9f3e-1c66862656cd",
                "urn:altinn:resource:app_ttd_a",
                "app.instance.created",
                subscription,
                "/org/ttd",
                "https://example.no/hook",
                202);
    }

    @ParameterizedTest
    @EnumSource
    void anEntryComesBackAsItWas(Activity activity) {
        LogEntry entry = entry(activity, NOW, 1);
        log().append(entry);

        assertThat(log().ofSubscription(1, 10)).containsExactly(entry);
    }

    @Test
    void whatIsUnknownStaysEmpty() {
        LogEntry entry =
                new LogEntry(Activity.INVALID_SUBSCRIPTION, NOW, "1", "", "", 3, "", "", 0);
        log().append(entry);

        assertThat(log().ofSubscription(3, 10)).containsExactly(entry);
    }

    @Test
    void entriesOfOneSubscriptionAreListedTheNewestFirst() {
        LogEntry first = entry(Activity.WEBHOOK_POST_RESPONSE, NOW, 1);
        LogEntry last = entry(Activity.WEBHOOK_POST_RESPONSE, NOW.plusSeconds(2), 1);
        LogEntry middle = entry(Activity.UNAUTHORIZED, NOW.plusSeconds(1), 1);
        for (LogEntry entry : new LogEntry[] {first, last, middle}) {
            log().append(entry);
        }
        log().append(entry(Activity.WEBHOOK_POST_RESPONSE, NOW, 2));

        assertThat(log().ofSubscription(1, 10)).containsExactly(last, middle, first);
        assertThat(log().ofSubscription(1, 2)).containsExactly(last, middle);
    }

    @Test
    void theSameEntryTwiceIsListedTwice() {
        LogEntry entry = entry(Activity.WEBHOOK_POST_RESPONSE, NOW, 1);
        log().append(entry);
        log().append(entry);

        assertThat(log().ofSubscription(1, 10)).containsExactly(entry, entry);
    }

    @Test
    void aSubscriptionWithoutEntriesHasAnEmptyLog() {
        log().append(entry(Activity.WEBHOOK_POST_RESPONSE, NOW, 0));

        assertThat(log().ofSubscription(1, 10)).isEmpty();
    }
}
