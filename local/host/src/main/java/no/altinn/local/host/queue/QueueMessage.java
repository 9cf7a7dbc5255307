package no.altinn.local.host.queue;

import java.time.Instant;

/**
 * A message that was received and is hidden from others for a while.
 *
 * @param popReceipt proves at deletion that no other receiver has received the message since
 * @param dequeueCount how often it has been received, this time included: 1 or more
 * @param nextVisible when other receivers see it again
 * @param text the sender's text, decoded
 */
public record QueueMessage(
        String id,
        String popReceipt,
        int dequeueCount,
        Instant inserted,
        Instant expires,
        Instant nextVisible,
        String text) {}
