package no.altinn.events.telemetry;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.Meter;

import no.altinn.platform.json.MalformedMessage;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Drops the notices that cannot be read, and counts them by the function that got them: {@code
 * notices.malformed{trigger}}. A function that failed would get the same notice again, which would
 * never help. Thread-safe.
 */
public final class MalformedNotices {
    private static final Logger LOG = LoggerFactory.getLogger(MalformedNotices.class);
    private static final AttributeKey<String> TRIGGER = AttributeKey.stringKey("trigger");

    private final LongCounter malformed;

    public MalformedNotices(Meter meter) {
        this.malformed = meter.counterBuilder("notices.malformed").build();
    }

    /**
     * Reads a notice.
     *
     * @param trigger the function that got it
     * @param notice reads it, and throws {@link MalformedMessage} if it cannot
     * @return nothing if it is malformed
     */
    public <T> Optional<T> read(String trigger, Supplier<T> notice) {
        try {
            return Optional.of(notice.get());
        } catch (MalformedMessage e) {
            // Without the notice's text: another sender may have put anything in it.
            LOG.error("notice dropped trigger={} reason={}", trigger, e.getMessage());
            count(trigger, 1);
            return Optional.empty();
        }
    }

    /** Counts notices that were left out of what was read with them, 0 and up. */
    public void count(String trigger, int dropped) {
        if (dropped > 0) {
            malformed.add(dropped, Attributes.of(TRIGGER, trigger));
        }
    }
}
