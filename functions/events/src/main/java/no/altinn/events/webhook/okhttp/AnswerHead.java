package no.altinn.events.webhook.okhttp;

/**
 * Finds the end of an answer's head. Lines must end with CRLF: a receiver that ends them otherwise
 * leaves in doubt where its head ends (RFC 9112 §2.2). For one thread at a time.
 */
final class AnswerHead {
    private long length;
    private int inLine;
    private int last;
    private boolean isEnded;
    private boolean isDoubtful;

    /** Goes on with the bytes that came next. */
    void add(byte[] bytes, int from, int count) {
        for (int i = from; i < from + count && !isEnded && !isDoubtful; i++) {
            add(bytes[i]);
        }
    }

    private void add(byte next) {
        length++;
        if ((next == '\n') != (last == '\r')) {
            isDoubtful = true;
        } else if (next == '\n') {
            isEnded = inLine == 0;
            inLine = 0;
        } else if (next != '\r') {
            inLine++;
        }
        last = next;
    }

    /** Whether its end was found. */
    boolean isEnded() {
        return isEnded;
    }

    /** How many bytes it has so far, the empty line included. */
    long length() {
        return length;
    }
}
