package no.altinn.platform.http;

import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.json.Json;

import java.util.List;

/**
 * A request that cannot be answered as asked, and the answer it gets instead. The message goes to
 * the client, so it never carries inner detail; the cause is for the log.
 */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Answer answer;

    private Problem(Answer answer, String message, Throwable cause) {
        super(message, cause);
        this.answer = answer;
    }

    /** 400 with problem details (RFC 9457). */
    public static Problem badRequest(String detail) {
        return of(400, detail);
    }

    /** 400 with problem details and the reason for the log. */
    public static Problem badRequest(String detail, Throwable cause) {
        return new Problem(details(400, detail, List.of()), detail, cause);
    }

    /** 400 for a body that is not what it should be: {@code errors.RequestBody[]} says why. */
    public static Problem badBody(String reason) {
        return new Problem(
                details(400, "One or more validation errors occurred.", List.of(reason)),
                reason,
                null);
    }

    /** Problem details of any status. */
    public static Problem of(int status, String detail) {
        return new Problem(details(status, detail, List.of()), detail, null);
    }

    /** A status with a plain text. */
    public static Problem text(int status, String text) {
        return new Problem(Answer.text(status, text), text, null);
    }

    /** A status with a text that clients read as JSON: the body is a JSON string. */
    public static Problem jsonText(int status, String text) {
        return new Problem(Answer.of(status, MediaType.JSON, Json.string(text)), text, null);
    }

    /** A status without a body. */
    public static Problem empty(int status) {
        return new Problem(Answer.empty(status), HttpReason.of(status), null);
    }

    /** The same problem, told with one more header. */
    public Problem with(String header, String value) {
        return new Problem(answer.with(header, value), getMessage(), getCause());
    }

    /** What the client is answered. */
    public Answer answer() {
        return answer;
    }

    private static Answer details(int status, String detail, List<String> bodyErrors) {
        ObjectNode problem =
                Json.object()
                        .put("type", "https://tools.ietf.org/html/rfc9110#section-15")
                        .put("title", HttpReason.of(status))
                        .put("status", status)
                        .put("detail", detail);
        if (!bodyErrors.isEmpty()) {
            bodyErrors.forEach(problem.putObject("errors").putArray("RequestBody")::add);
        }
        return Answer.of(status, MediaType.PROBLEM, problem.toString());
    }
}
