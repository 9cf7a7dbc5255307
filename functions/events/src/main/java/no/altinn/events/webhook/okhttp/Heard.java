package no.altinn.events.webhook.okhttp;

import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.Handshake;
import okhttp3.Response;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketException;
import java.util.Optional;

import javax.net.ssl.SSLException;

/**
 * What came of OkHttp's call. It keeps the head of the answer: OkHttp tells it before it judges
 * what follows, and may fail the call for that: a 204 that announces a body, a number in a header
 * that is too large. For one thread at a time.
 */
final class Heard extends EventListener {
    private static final int LOWEST = 100;

    private Optional<Response> head = Optional.empty();
    private Optional<Socket> socket = Optional.empty();
    private boolean isAgreeingOnTls;

    @Override
    public void secureConnectStart(Call call) {
        isAgreeingOnTls = true;
    }

    @Override
    public void secureConnectEnd(Call call, Handshake handshake) {
        isAgreeingOnTls = false;
    }

    @Override
    public void responseHeadersEnd(Call call, Response response) {
        head = response.code() < LOWEST ? Optional.empty() : Optional.of(response);
    }

    /** The call's connection is watched. */
    void goesOver(Socket watched) {
        socket = Optional.of(watched);
    }

    /** The answer's head; empty while no answer has come, or when its status is none of HTTP. */
    Optional<Response> head() {
        return head;
    }

    /** The connection that OkHttp has left open, once the call is over. */
    Optional<Socket> spared() {
        return socket.filter(it -> ((Watched) it).wire().isSpared());
    }

    /** What ended the call: a connection that broke while TLS was agreed on is a failure of TLS. */
    Exception cause(Exception thrown) {
        boolean isOfConnection =
                thrown instanceof ConnectException || thrown instanceof NoRouteToHostException;
        return isAgreeingOnTls && thrown instanceof SocketException && !isOfConnection
                ? new SSLException(thrown.getMessage(), thrown)
                : thrown;
    }
}
