package no.altinn.local.host.http;

import no.altinn.local.host.FunctionInvoker;
import no.altinn.local.host.LoopHealth;
import no.altinn.local.host.sample.HttpFunctions;
import no.altinn.local.host.sample.Instances;
import no.altinn.local.host.sample.SampleApp;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;

/** The sample functions behind a real server on a free port, spoken to byte by byte. */
final class HostedHttp {
    static final int BODY_LIMIT = 200_000;
    private static final int TIMEOUT = (int) Duration.ofSeconds(20).toMillis();

    private final LocalServer server;
    final HttpFunctions functions = new HttpFunctions();

    HostedHttp() {
        this(HttpLimits.standard(), CallTime.WITH_BODY);
    }

    HostedHttp(HttpLimits limits, CallTime callTime) {
        server = LocalServer.bind(InetAddress.getLoopbackAddress().getHostAddress(), 0, limits);
        FunctionInvoker invoker =
                new FunctionInvoker(new Instances(functions), new LoopHealth(Clock.systemUTC()));
        server.start(
                new FunctionsHandler(SampleApp.catalog(), invoker, callTime, BODY_LIMIT),
                new NextHandler());
    }

    /** Takes what no function took. */
    private static final class NextHandler extends Handler.Abstract {
        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            response.setStatus(404);
            callback.succeeded();
            return true;
        }
    }

    InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), server.base().getPort());
    }

    Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.base().getPort());
        socket.setSoTimeout(TIMEOUT);
        return socket;
    }

    /** A connection on which bytes (ISO-8859-1) have been sent. */
    Socket connect(String text) throws IOException {
        Socket socket = connect();
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        return socket;
    }

    /** Sends bytes (ISO-8859-1) as they are and reads until the server closes. */
    RawAnswer exchange(String request) throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return RawAnswer.parse(socket.getInputStream().readAllBytes());
        }
    }

    /** A request without a body; the header lines end with CR LF each. */
    RawAnswer send(String method, String target, String... headers) throws IOException {
        return exchange(head(method, target, headers) + "\r\n");
    }

    RawAnswer post(String target, String body, String... headers) throws IOException {
        return exchange(
                head("POST", target, headers)
                        + "Content-Length: "
                        + body.length()
                        + "\r\n\r\n"
                        + body);
    }

    static String head(String method, String target, String... headers) {
        StringBuilder head =
                new StringBuilder(
                        method + " " + target + " HTTP/1.1\r\nHost: events.example:81\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        return head.append("Connection: close\r\n").toString();
    }

    void stop() {
        server.close();
    }
}
