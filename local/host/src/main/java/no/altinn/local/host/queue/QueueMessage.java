package no.altinn.local.host.queue;

import java.time.Instant;

/**
 * A message that was received and is hidden from others for a while.
 *
 * @param popReceipt what proves, when it is deleted, that nobody else has received it since
 * @param dequeueCount how often it has been received, this time included: 1 or more
 * @param nextVisible when others see it again
 * @param text what the sender put in, decoded
 */
public record QueueMessage(
        String id,
        String popReceipt,
        int dequeueCount,
        Instant inserted,
        Instant expires,
        Instant nextVisible,
        String text) {}
