package no.altinn.platform.http;

import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.json.Json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request that cannot be answered as asked, and the answer it gets instead. The message goes to
 * the client, so it never carries inner detail; the cause is for the log. A problem may have an
 * explanation beside its answer, for the clients that ask for one.
 */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Answer answer;
    private final transient Optional<Explanation> explanation;

    /**
     * Why a request was refused.
     *
     * @param detail the {@code detail} of problem details; empty for clients that get no other
     *     answer than all others
     * @param logged the reason for the log; it may quote the request
     */
    private record Explanation(Optional<String> detail, String logged) {}

    private Problem(Answer answer, String message, Throwable cause) {
        this(answer, Optional.empty(), message, cause);
    }

    private Problem(
            Answer answer, Optional<Explanation> explanation, String message, Throwable cause) {
        super(message, cause);
        this.answer = answer;
        this.explanation = explanation;
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
        return badBody(List.of(reason));
    }

    /** The same for a body with several faults, which are told together. */
    public static Problem badBody(List<String> reasons) {
        return new Problem(
                details(400, "One or more validation errors occurred.", reasons),
                String.join(" ", reasons),
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
        return new Problem(answer.with(header, value), explanation, getMessage(), getCause());
    }

    /**
     * The same problem with an explanation.
     *
     * @param detail what a client is told that asks for problem details by name, and the log
     */
    public Problem explained(String detail) {
        return explained(detail, detail);
    }

    /**
     * The same problem with an explanation.
     *
     * @param detail what a client is told that asks for problem details by name
     * @param logged what the log tells instead, where the detail is not the log's to keep
     */
    public Problem explained(String detail, String logged) {
        return new Problem(
                answer,
                Optional.of(new Explanation(Optional.of(detail), logged)),
                getMessage(),
                getCause());
    }

    /** The same problem, of which the log tells this: the answer is not the log's to keep. */
    public Problem logged(String reason) {
        return new Problem(
                answer,
                Optional.of(new Explanation(Optional.empty(), reason)),
                getMessage(),
                getCause());
    }

    /** What a client is answered that asks for nothing more. */
    public Answer answer() {
        return answer;
    }

    /**
     * What a client is answered. Clients that name {@code application/problem+json} in their {@code
     * Accept} get the explanation, if there is one, under the same status and headers. A range with
     * {@code *} does not count as a name: clients that were written before there were explanations
     * send it.
     */
    public Answer answer(Accept accept) {
        return explanation
                .flatMap(Explanation::detail)
                .filter(any -> accept.names(MediaType.PROBLEM))
                .map(detail -> details(answer.status(), detail, List.of()))
                .map(this::withHeaders)
                .orElse(answer);
    }

    private Answer withHeaders(Answer details) {
        Map<String, String> headers = new LinkedHashMap<>(answer.headers());
        headers.putAll(details.headers());
        return new Answer(details.status(), headers, details.body());
    }

    /**
     * The reason for the log, not yet fit for a line of it, since it may quote the request: the
     * explanation, or else what a client is told whose request is refused (4xx). Empty for an
     * answer without a body and for the platform's own failures, whose cause is logged.
     */
    public Optional<String> reason() {
        return explanation.map(Explanation::logged).or(this::told);
    }

    private Optional<String> told() {
        boolean isRefusal = answer.status() >= 400 && answer.status() < 500;
        return Optional.of(getMessage()).filter(any -> isRefusal && !answer.body().isEmpty());
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
