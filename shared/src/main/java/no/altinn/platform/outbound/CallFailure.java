package no.altinn.platform.outbound;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;

import javax.net.ssl.SSLException;

/**
 * Why a call has no answer. Immutable.
 *
 * @param stage where it failed
 * @param words begin with the stage, and go on with what the machine or the library says of it
 */
public record CallFailure(Stage stage, String words) {
    /** Where a call fails. */
    public enum Stage {
        /** The look-up of the host. */
        LOOK_UP,
        /** The check of the address; nothing was sent. */
        ADDRESS,
        /** The making of a connection, also when it took too long. */
        CONNECTION,
        /** The agreement on TLS. */
        TLS,
        /** The wait for the answer, when the whole call took too long. */
        WAIT,
        /** The connection broke, or carried no HTTP. */
        ANSWER
    }

    /**
     * Reads what the client has thrown.
     *
     * @param connect how long it may take to connect
     * @param call how long the whole call may take
     */
    public static CallFailure of(Exception thrown, Duration connect, Duration call) {
        if (thrown instanceof UnknownHostException) {
            return new CallFailure(Stage.LOOK_UP, "host unknown: " + said(thrown));
        }
        if (thrown instanceof AddressNotAllowed) {
            return new CallFailure(Stage.ADDRESS, "address not allowed: " + said(thrown));
        }
        // No other time limit of a socket is set.
        if (thrown instanceof SocketTimeoutException) {
            return new CallFailure(
                    Stage.CONNECTION,
                    "timed out: no connection within " + connect.toSeconds() + " s");
        }
        if (thrown instanceof InterruptedIOException) {
            return new CallFailure(
                    Stage.WAIT, "timed out: no answer within " + call.toSeconds() + " s");
        }
        if (thrown instanceof ConnectException || thrown instanceof NoRouteToHostException) {
            return new CallFailure(
                    Stage.CONNECTION,
                    isRefused(thrown) ? "connection refused" : "no connection: " + said(thrown));
        }
        if (thrown instanceof SSLException) {
            return new CallFailure(Stage.TLS, "TLS: " + said(thrown));
        }
        return new CallFailure(
                Stage.ANSWER, (isCut(thrown) ? "connection broken: " : "no HTTP: ") + said(thrown));
    }

    /** The library's message names every address; the machine's, which is its cause, the reason. */
    private static boolean isRefused(Exception thrown) {
        return says(thrown, "refused")
                || (thrown.getCause() instanceof IOException cause && says(cause, "refused"));
    }

    /** The library tells of a connection that ends early by an exception of no kind of its own. */
    private static boolean isCut(Exception thrown) {
        return thrown instanceof EOFException
                || thrown instanceof SocketException
                || says(thrown, "unexpected end of stream");
    }

    private static boolean says(Exception thrown, String words) {
        return thrown.getMessage() != null && thrown.getMessage().contains(words);
    }

    private static String said(Exception thrown) {
        return thrown.getMessage() == null
                ? thrown.getClass().getSimpleName()
                : thrown.getMessage();
    }
}
