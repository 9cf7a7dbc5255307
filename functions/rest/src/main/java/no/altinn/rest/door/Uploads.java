package no.altinn.rest.door;

import no.altinn.platform.http.Request;
import no.altinn.rest.access.Caller;
import no.altinn.rest.file.Arrivals;
import no.altinn.rest.file.ArrivedFile;
import no.altinn.rest.file.NotTaken;

import java.net.URI;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Speaks with the front about files that clients send (rest-api.md §1 "The front"). The front asks
 * twice, with all that the client sent but the file: before the file comes ({@code X-Transfer:
 * begin}, {@code X-Transfer-Length}), and when it is there ({@code X-Transfer: commit}, {@code
 * X-Transfer-Length}, {@code X-Transfer-File}). The first answer has {@code X-Transfer-To}, where
 * the file is to go, and {@code X-Transfer-File}, its name, which the front repeats. Thread-safe.
 */
final class Uploads {
    static final String FILE = "X-Transfer-File";
    static final String TO = "X-Transfer-To";
    static final String LENGTH = "X-Transfer-Length";

    private static final String STEP = "X-Transfer";
    private static final String CHECKSUM = "Content-MD5";
    private static final int CHECKSUM_BYTES = 16;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    private final Arrivals arrivals;
    private final Refusals refusals;

    /**
     * @param refusals tells refusals from failures
     */
    Uploads(Arrivals arrivals, Refusals refusals) {
        this.arrivals = arrivals;
        this.refusals = refusals;
    }

    /**
     * Answers one of the front's two questions.
     *
     * @throws RestError if the request came past the front, or the file cannot be taken
     */
    Reply answer(Receiving route, Visit visit) {
        Request request = visit.request();
        String step = request.header(STEP).orElse("");
        return switch (step) {
            case "begin" -> begin(route, visit, length(request, route));
            case "commit" -> commit(route, visit, length(request, route));
            default ->
                    throw RestError.badRequest(
                            "Files are sent by way of the front, which sets the header X-Transfer"
                                    + " to begin or commit");
        };
    }

    private Reply begin(Receiving route, Visit visit, long length) {
        if (visit.request().isEncoded()) {
            throw RestError.of(415, "The file must be sent without a Content-Encoding");
        }
        checksum(visit.request());
        route.receiver().begin(visit, length);
        Arrivals.Expected expected = arrivals.expect(identity(visit), length);
        return Reply.of(200, new Content.None())
                .with(TO, expected.to().toString())
                .with(FILE, expected.name());
    }

    private Reply commit(Receiving route, Visit visit, long length) {
        Request request = visit.request();
        String name =
                request.header(FILE)
                        .orElseThrow(
                                () ->
                                        RestError.badRequest(
                                                "Required header 'X-Transfer-File' is missing."));
        ArrivedFile file;
        try {
            file = arrivals.take(name, identity(visit), length, checksum(request));
        } catch (NotTaken e) {
            throw RestError.of(status(e.reason()), e.getMessage());
        }
        try {
            return route.receiver().commit(visit, file);
        } catch (RuntimeException e) {
            // After a failure nobody knows whether a record names the file already.
            if (isRefusal(e)) {
                arrivals.drop(file);
            }
            throw e;
        }
    }

    private boolean isRefusal(RuntimeException thrown) {
        Optional<RestError> told =
                thrown instanceof RestError error ? Optional.of(error) : refusals.of(thrown);
        return told.filter(error -> error.status() < 500).isPresent();
    }

    private static int status(NotTaken.Reason reason) {
        return switch (reason) {
            case FOREIGN, LATE -> 403;
            case ABSENT, TAKEN -> 409;
            case LENGTH, CHECKSUM -> 400;
        };
    }

    private static long length(Request request, Receiving route) {
        String announced =
                request.header(LENGTH)
                        .orElseThrow(
                                () ->
                                        RestError.of(
                                                411,
                                                "Send a Content-Length: files are not taken with"
                                                        + " Transfer-Encoding chunked"));
        if (!NUMBER.matcher(announced).matches()) {
            throw RestError.badRequest("The length of the file must be a number of bytes");
        }
        long length = Long.parseLong(announced);
        if (length > route.mostBytes()) {
            throw RestError.of(
                    413, "The file must not be over %d bytes".formatted(route.mostBytes()));
        }
        return length;
    }

    private static Optional<String> checksum(Request request) {
        Optional<String> sent = request.header(CHECKSUM).map(String::strip);
        if (sent.isPresent() && !isChecksum(sent.get())) {
            throw RestError.badRequest("Content-MD5 must be 16 bytes in Base64");
        }
        return sent;
    }

    private static boolean isChecksum(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            return bytes.length == CHECKSUM_BYTES
                    && Base64.getEncoder().encodeToString(bytes).equals(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Who asks for what: the same at both questions, and at no other request. */
    private static String identity(Visit visit) {
        URI uri = visit.request().uri();
        return String.join(
                "\n",
                caller(visit.caller()),
                visit.request().method(),
                uri.getRawPath(),
                uri.getRawQuery() == null ? "" : uri.getRawQuery());
    }

    private static String caller(Caller caller) {
        if (caller instanceof Caller.User user) {
            return "user " + user.userId();
        }
        return caller instanceof Caller.Organisation organisation
                ? "organisation " + organisation.number()
                : "nobody";
    }
}
