package no.altinn.events.telemetry;

import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.Meter;

import no.altinn.events.delivery.DeliveryNotice;
import no.altinn.events.delivery.DeliveryNoticeMessage;
import no.altinn.platform.json.MalformedMessage;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Optional;

/**
 * Reads notices, and counts what is none: {@code deliveries.malformed_notices}. The bus would send
 * it again for a day if it were answered with an error, and slow down for every consumer. No
 * delivery is lost with it: the sweep finds each one that is due. Thread-safe.
 */
public final class MalformedNotices {
    private static final Logger LOG = LoggerFactory.getLogger(MalformedNotices.class);

    private final LongCounter malformed;

    public MalformedNotices(Meter meter) {
        this.malformed = meter.counterBuilder("deliveries.malformed_notices").build();
    }

    /** The notice; empty for what is none, which is counted and logged without its text. */
    public Optional<DeliveryNotice> read(String text) {
        try {
            return Optional.of(DeliveryNoticeMessage.read(text));
        } catch (MalformedMessage e) {
            malformed.add(1);
            LOG.warn("notice malformed characters={}: {}", text.length(), e.getMessage());
            return Optional.empty();
        }
    }
}
