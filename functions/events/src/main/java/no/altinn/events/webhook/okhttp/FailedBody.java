package no.altinn.events.webhook.okhttp;

import no.altinn.events.webhook.Excerpt;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/**
 * The body of an answer that is a failure, as its bytes come. It finds the body's end, and keeps
 * the beginning for an excerpt. For one thread at a time.
 */
final class FailedBody {
    private final UnaryOperator<String> header;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final Optional<Chunks> chunks;
    private final boolean hasLength;
    // How many bytes are to come, where the body is not chunked.
    private long missing;
    private boolean isLonger;
    private boolean isEnded;

    /**
     * A body of which nothing has come.
     *
     * @param header the last value that the head has under a name; empty without one
     */
    FailedBody(int status, UnaryOperator<String> header) {
        this.header = header;
        this.chunks =
                Framing.isChunked(header) ? Optional.of(new Chunks(this::keep)) : Optional.empty();
        OptionalLong length = Framing.anyLength(status, header);
        this.hasLength = length.isPresent();
        this.missing = length.orElse(Long.MAX_VALUE);
    }

    /** Goes on with the bytes that came next. Bytes behind the body are left out. */
    void add(byte[] bytes, int from, int count) {
        if (chunks.isPresent()) {
            chunks.get().add(bytes, from, count);
        } else {
            int ofBody = (int) Math.min(missing, count);
            keep(bytes, from, ofBody);
            missing -= ofBody;
        }
    }

    private void keep(byte[] bytes, int from, int count) {
        int room = Excerpt.LOOKED_AT - kept.size();
        kept.write(bytes, from, Math.min(room, count));
        isLonger |= count > room;
    }

    /** Whether no more bytes of it come. */
    boolean isOver() {
        return isEnded || (chunks.isPresent() ? chunks.get().isOver() : missing == 0);
    }

    /** The connection has ended, and with it a body without a length. */
    void end() {
        isEnded = true;
    }

    private boolean isWhole() {
        if (chunks.isPresent()) {
            return chunks.get().isWhole();
        }
        return hasLength ? missing == 0 : isEnded;
    }

    /** What it says, as far as it has come. */
    Optional<Excerpt> excerpt() {
        return Replies.excerpt(header, kept.toByteArray(), isWhole() && !isLonger);
    }
}
