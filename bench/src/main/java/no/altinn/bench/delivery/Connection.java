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

    /** An answer. */
    public record Answer(int status, String body) {}

    /** Sends a request and reads its answer's status; the body is passed over. */
    public int send(byte[] request) throws IOException {
        out.write(request);
        int status = status();
        in.skipNBytes(length());
        return status;
    }

    /** Sends a request and reads its answer. */
    public Answer ask(byte[] request) throws IOException {
        out.write(request);
        int status = status();
        return new Answer(status, new String(in.readNBytes(length()), StandardCharsets.UTF_8));
    }

    private int status() throws IOException {
        return Integer.parseInt(line().substring(9, 12));
    }

    private int length() throws IOException {
        int length = 0;
        for (String header = line(); !header.isEmpty(); header = line()) {
            if (header.regionMatches(true, 0, "Content-Length:", 0, 15)) {
                length = Integer.parseInt(header.substring(15).strip());
            }
        }
        return length;
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
