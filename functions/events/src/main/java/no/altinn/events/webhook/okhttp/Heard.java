package no.altinn.events.webhook.okhttp;

import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.Response;

import java.net.Socket;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What came of OkHttp's call. It keeps the status of the answer: OkHttp tells it before it judges
 * what follows, and may fail the call for that: a 204 that announces a body, a number in a header
 * that is too large. For one thread at a time.
 */
final class Heard extends EventListener {
    private static final int LOWEST = 100;

    private int status;
    private Optional<Socket> socket = Optional.empty();

    @Override
    public void responseHeadersEnd(Call call, Response response) {
        status = response.code();
    }

    /** The call's connection is watched. */
    void goesOver(Socket watched) {
        socket = Optional.of(watched);
    }

    /** The status; empty while no answer has come, or when it is none of HTTP. */
    OptionalInt status() {
        return status < LOWEST ? OptionalInt.empty() : OptionalInt.of(status);
    }

    /** The connection that OkHttp has left open, once the call is over. */
    Optional<Socket> spared() {
        return socket.filter(it -> ((Watched) it).wire().isSpared());
    }
}
