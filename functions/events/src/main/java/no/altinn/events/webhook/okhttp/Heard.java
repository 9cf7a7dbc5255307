package no.altinn.events.webhook.okhttp;

import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.Response;

import java.util.OptionalInt;

/**
 * What came of a call. It keeps the status of the answer: OkHttp tells it before it judges what
 * follows, and may fail the call for that: a 204 that announces a body, a number in a header that
 * is too large. For one thread at a time.
 */
final class Heard extends EventListener {
    private static final int LOWEST = 100;

    private int status;
    // Null while the call has no connection whose bytes are looked at.
    private Wire wire;
    private int request;

    @Override
    public void responseHeadersEnd(Call call, Response response) {
        status = response.code();
    }

    /**
     * The call goes over this connection.
     *
     * @param number which request it is there
     */
    void goesOver(Wire connection, int number) {
        wire = connection;
        request = number;
    }

    /** The status; empty while no answer has come, or when it is none of HTTP. */
    OptionalInt status() {
        return status < LOWEST ? OptionalInt.empty() : OptionalInt.of(status);
    }

    /** Whether its connection had carried requests before. */
    boolean wasKept() {
        return request > 1;
    }

    /** Whether its answer was whole. */
    boolean isWhole() {
        return wire != null && wire.isWhole();
    }

    /** Whether its answer was whole and the receiver has held the connection since. */
    boolean isHeld() {
        return wire != null && wire.isHeld();
    }

    /** Closes a connection that can carry no other request. */
    void end() {
        if (wire != null) {
            wire.closeUnlessWhole(request);
        }
    }
}
