package no.altinn.events.webhook.okhttp;

import okhttp3.Protocol;
import okhttp3.Response;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Where an answer's body ends (RFC 9112 §6.3). */
final class Framing {
    private static final int OK = 200;
    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;

    private Framing() {}

    /**
     * The length of the body of an answer of the plainest kinds; empty where it is not plain, or
     * the connection is to end after it.
     */
    static OptionalLong bodyLength(Response answer) {
        return answer.protocol() == Protocol.HTTP_1_1
                ? bodyLength(answer.code(), answer::headers)
                : OptionalLong.empty();
    }

    /**
     * The same of an answer in HTTP/1.1.
     *
     * @param header the values that the head has under a name
     */
    static OptionalLong bodyLength(int status, Function<String, List<String>> header) {
        List<String> lengths = header.apply("Content-Length");
        if (!header.apply("Transfer-Encoding").isEmpty()
                || !header.apply("Connection").stream().allMatch("keep-alive"::equalsIgnoreCase)
                || lengths.size() > 1) {
            return OptionalLong.empty();
        }
        boolean isBodiless = status == NO_CONTENT || status == NOT_MODIFIED;
        String length = lengths.isEmpty() && isBodiless ? "0" : String.join("", lengths);
        return length.matches("[0-9]{1,9}") && (!isBodiless || length.equals("0"))
                ? OptionalLong.of(Long.parseLong(length))
                : OptionalLong.empty();
    }

    /**
     * The length that the body seems to have, so that it is not waited for in vain. It tells
     * nothing of whether another answer may follow.
     *
     * @param header the last value that the head has under a name; empty without one
     * @return empty where the body ends with the connection
     */
    static OptionalLong anyLength(int status, UnaryOperator<String> header) {
        if (status == NO_CONTENT || status == NOT_MODIFIED || status < OK) {
            return OptionalLong.of(0);
        }
        String length = header.apply("Content-Length");
        return length.matches("[0-9]{1,18}")
                ? OptionalLong.of(Long.parseLong(length))
                : OptionalLong.empty();
    }

    /** Whether the body comes in chunks. */
    static boolean isChunked(UnaryOperator<String> header) {
        return header.apply("Transfer-Encoding").equalsIgnoreCase("chunked");
    }
}
