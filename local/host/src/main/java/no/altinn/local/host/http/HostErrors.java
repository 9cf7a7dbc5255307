package no.altinn.local.host.http;

import no.altinn.local.web.Answers;

import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Answers requests that no function answers. A path or method that no handler takes, and a
 * handler's own error, get the status alone, as from the real host; a request that is refused
 * before a handler sees all of it is told why. When the connection ends with the answer, the answer
 * says so.
 */
final class HostErrors implements Request.Handler {
    /** In how many seconds a client may find a place that it did not find now. */
    static final int RETRY_AFTER = 5;

    /** The reason that Jetty gives where it has no words of its own. */
    private static final String GENERIC = "Bad Request";

    private static final int VERSION_NOT_SUPPORTED = 505;
    private static final int UPGRADE_REQUIRED = 426;

    private final RefusalForm form;

    HostErrors(RefusalForm form) {
        this.form = form;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        response.getHeaders().remove(HttpHeader.CONTENT_TYPE);
        if (!request.getConnectionMetaData().isPersistent()) {
            // Jetty leaves it out when it has not understood the request's version.
            response.getHeaders().put(HttpFields.CONNECTION_CLOSE);
        }
        if (request.getAttribute(ErrorHandler.ERROR_EXCEPTION) instanceof HttpException refused
                && isTold(refused.getCode())) {
            refuse(refused, request, response, callback);
        } else {
            callback.succeeded();
        }
        return true;
    }

    private static boolean isTold(int status) {
        return status < 500 || status == 503 || status == VERSION_NOT_SUPPORTED;
    }

    private void refuse(
            HttpException refused, Request request, Response response, Callback callback) {
        // Jetty names HTTP/2 as something to upgrade to, and this server has no other version.
        int status =
                refused.getCode() == UPGRADE_REQUIRED ? VERSION_NOT_SUPPORTED : refused.getCode();
        if (status == 503) {
            response.getHeaders().put(HttpHeader.RETRY_AFTER, RETRY_AFTER);
        }
        String detail = detail(status, refused);
        ReasonPhrases.say(request, response, detail);
        Answers.write(form.answer(request, status, detail), response, callback);
    }

    private static String detail(int status, HttpException refused) {
        return switch (status) {
            case 400 -> malformed(refused);
            case 414 -> "The request line must not be over 32 KiB.";
            case 417 -> "The only expectation that is met is 100-continue.";
            case 431 -> "The request line and headers together must not be over 32 KiB.";
            case VERSION_NOT_SUPPORTED -> "The protocol must be HTTP/1.1 or HTTP/1.0.";
            default -> String.valueOf(refused.getReason());
        };
    }

    private static String malformed(HttpException refused) {
        return GENERIC.equals(refused.getReason())
                ? "The request's target must be a path or URI of HTTP, in which a percent sign begins"
                        + " an escape of two hexadecimal digits, other than %00; its Content-Length"
                        + " must be a whole number of 63 bits."
                : "The request must be HTTP/1.1: " + refused.getReason() + ".";
    }
}
