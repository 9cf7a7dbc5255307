package no.altinn.local.host.http;

import com.microsoft.azure.functions.HttpResponseMessage;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * An answer as it goes over the wire. The array is not copied: answers are made and written once.
 *
 * @param status 200 to 599
 * @param headers valid names and values
 */
// No code compares the array.
@SuppressWarnings("ArrayRecordComponent")
record WireAnswer(int status, Map<String, String> headers, byte[] body) {
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final String CONTENT_TYPE = "Content-Type";
    private static final byte[] NOTHING = {};

    /** An answer with neither headers nor body. */
    static WireAnswer empty(int status) {
        return new WireAnswer(status, Map.of(), NOTHING);
    }

    /**
     * What becomes of a function's return value; nothing is 204.
     *
     * @throws IllegalArgumentException if the host cannot send it: a status or header that is none,
     *     a body that cannot be written, an answer that no builder of ours has built
     */
    static WireAnswer of(Optional<Object> returned) {
        if (returned.isEmpty()) {
            return empty(204);
        }
        if (!(returned.get() instanceof HttpAnswer answer)) {
            throw new IllegalArgumentException(
                    "Not built by a response builder: " + returned.get().getClass());
        }
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        answer.headers().forEach((name, value) -> headers.put(name, requireHeader(name, value)));
        // Written anew from the body's true length.
        headers.remove("Content-Length");
        headers.remove("Transfer-Encoding");
        int status = requireStatus(answer);
        typeOfText(answer, status, headers);
        return new WireAnswer(
                status, headers, answer.body().map(AnswerBody::bytes).orElse(NOTHING));
    }

    private static void typeOfText(HttpAnswer answer, int status, Map<String, String> headers) {
        if (answer.body().isEmpty() && forbidsBody(status)) {
            return;
        }
        if (answer.body().map(AnswerBody::isText).orElse(true)) {
            headers.merge(
                    CONTENT_TYPE,
                    AnswerContentType.PLAIN,
                    (set, plain) -> AnswerContentType.ofText(set));
        }
    }

    private static int requireStatus(HttpResponseMessage answer) {
        int status = answer.getStatus().value();
        if (status < 200 || status > 599) {
            throw new IllegalArgumentException("Not a status of an answer: " + status);
        }
        return status;
    }

    private static String requireHeader(String name, String value) {
        if (!TOKEN.matcher(name).matches()
                || value == null
                || value.chars().anyMatch(c -> (c < ' ' && c != '\t') || c > '~')) {
            throw new IllegalArgumentException("A header has a name or value that is none");
        }
        return value;
    }

    private static boolean forbidsBody(int status) {
        return status == 204 || status == 304;
    }

    /**
     * Whether the answer tells the length of its body. 204 must not (RFC 9110 §8.6), and 304 would
     * tell the length of the body that it stands for, which is not known here.
     */
    boolean tellsLength() {
        return !forbidsBody(status);
    }

    /** Whether there is a body where HTTP allows none; the host breaks the connection over it. */
    boolean breaksConnection() {
        return body.length > 0 && forbidsBody(status);
    }
}
