package no.altinn.bench.delivery;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** One keep-alive connection on loopback; answers must carry a Content-Length. */
public final class Connection implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    /** Connects to the port. */
    public Connection(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        out = socket.getOutputStream();
    }

    /**
     * An answer.
     *
     * @param tag its entity tag; empty for none
     */
    public record Answer(int status, String tag, String body) {}

    /** Sends a request and reads its answer's status; the body is passed over. */
    public int send(byte[] request) throws IOException {
        out.write(request);
        int status = status();
        in.skipNBytes(head().length());
        return status;
    }

    /** Sends a request and reads its answer. */
    public Answer ask(byte[] request) throws IOException {
        out.write(request);
        int status = status();
        Head head = head();
        byte[] body = in.readNBytes(head.length());
        return new Answer(status, head.tag(), new String(body, StandardCharsets.UTF_8));
    }

    private int status() throws IOException {
        return Integer.parseInt(line().substring(9, 12));
    }

    private record Head(int length, String tag) {}

    private Head head() throws IOException {
        int length = 0;
        String tag = "";
        for (String header = line(); !header.isEmpty(); header = line()) {
            if (header.regionMatches(true, 0, "Content-Length:", 0, 15)) {
                length = Integer.parseInt(header.substring(15).strip());
            } else if (header.regionMatches(true, 0, "ETag:", 0, 5)) {
                tag = header.substring(5).strip();
            }
        }
        return new Head(length, tag);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("The platform closed the connection");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
