package no.altinn.events.webhook.okhttp;

import okhttp3.Protocol;
import okhttp3.Response;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;

/** Where an answer's body ends, for answers of the plainest kinds alone (RFC 9112 §6.3). */
final class Framing {
    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;

    private Framing() {}

    /**
     * The length of the body; empty where it is not plain, or the connection is to end after it.
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
}
