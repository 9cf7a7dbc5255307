package no.altinn.rest.message;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What lists tell of a message in its sender's words.
 *
 * @param subject up to 255 characters
 * @param summary up to 4 000 characters; empty for none
 * @param sender the name of who sent it
 * @param due until when an answer is wanted
 * @param replies up to 10
 */
public record Words(
        String subject,
        String summary,
        String sender,
        Optional<Instant> due,
        List<ReplyOption> replies) {
    public Words {
        replies = List.copyOf(replies);
    }

    /**
     * How a correspondence may be answered.
     *
     * @param type {@code Service}, {@code ArchiveReference} or {@code URL}
     * @param url an absolute address
     */
    public record ReplyOption(String type, String url, String text) {}
}
