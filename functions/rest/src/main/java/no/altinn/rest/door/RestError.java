package no.altinn.rest.door;

import java.util.Optional;

/**
 * A request that cannot be answered as asked. The reason is the phrase of the status line and the
 * message of the body (rest-api.md §2), so it never carries inner detail.
 */
public final class RestError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final int number;
    private final transient Optional<Reply> reply;

    private RestError(int status, int number, String reason, Optional<Reply> reply) {
        super(reason);
        this.status = status;
        this.number = number;
        this.reply = reply;
    }

    /**
     * A refusal.
     *
     * @param status 400 to 599
     * @param reason up to 200 printable ASCII characters in the status line; others become {@code
     *     ?}
     */
    public static RestError of(int status, String reason) {
        return new RestError(status, 0, reason, Optional.empty());
    }

    /** A refusal whose answer has a body of its own, or headers, in the place of the usual ones. */
    public static RestError of(String reason, Reply reply) {
        return new RestError(reply.status(), 0, reason, Optional.of(reply));
    }

    public static RestError badRequest(String reason) {
        return of(400, reason);
    }

    public static RestError unauthorized(String reason) {
        return of(401, reason);
    }

    public static RestError forbidden(String reason) {
        return of(403, reason);
    }

    public static RestError notFound() {
        return of(404, "Not Found");
    }

    /** The same refusal with the last two digits of its code, 0 to 99. */
    public RestError numbered(int digits) {
        return new RestError(status, digits, getMessage(), reply);
    }

    public int status() {
        return status;
    }

    /** The code in the body: the status and two digits, for example 40001. */
    public int code() {
        return status * 100 + number;
    }

    /** What is answered instead of the usual form, if anything. */
    public Optional<Reply> reply() {
        return reply;
    }
}
