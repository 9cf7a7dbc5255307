package no.altinn.bench.files;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Attachments of one message of person A, sent to a platform and fetched from it. */
final class ThroughPlatform implements Way {
    private static final String KEY = "11111111-1111-1111-1111-111111111111";

    private final int port;
    private final String token;
    private final String message;
    private final List<String> kept = new ArrayList<>();
    private final Queue<String> sent = new ConcurrentLinkedQueue<>();

    ThroughPlatform(int port, String token) throws IOException {
        this.port = port;
        this.token = token;
        this.message =
                path(
                        exchange(
                                "POST",
                                "/api/my/messages?complete=false",
                                "{\"Type\":\"FormTask\",\"ServiceCode\":\"1001\",\"ServiceEdition\":1}",
                                201));
    }

    /** Sends the files that are fetched in turns. */
    void keep(Path file, int files) throws IOException {
        for (int i = 0; i < files; i++) {
            kept.add(upload("kept-" + i, file));
        }
    }

    /** Removes the files of a turn. */
    void clear() throws IOException {
        for (String address = sent.poll(); address != null; address = sent.poll()) {
            exchange("DELETE", address, "", 204);
        }
    }

    @Override
    public void send(int number, Path file) throws IOException {
        sent.add(upload("sent-" + number, file));
    }

    private String upload(String name, Path file) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
                InputStream in = Files.newInputStream(file)) {
            OutputStream out = socket.getOutputStream();
            out.write(
                    head(
                            "POST",
                            message + "/attachments/streamedattachment?fileName=" + name + ".pdf",
                            Files.size(file)));
            PlainCopy.copy(in, out);
            return path(answered(new BufferedInputStream(socket.getInputStream()), 201));
        }
    }

    @Override
    public void fetch(int number) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(head("GET", kept.get(number), 0));
            InputStream in = socket.getInputStream();
            long length = Long.parseLong(answered(in, 200).get("content-length"));
            long copied = PlainCopy.copy(in, OutputStream.nullOutputStream());
            if (copied != length) {
                throw new IOException("%d of %d bytes came".formatted(copied, length));
            }
        }
    }

    private Map<String, String> exchange(String method, String path, String body, int status)
            throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            socket.getOutputStream().write(head(method, path, bytes.length));
            socket.getOutputStream().write(bytes);
            return answered(new BufferedInputStream(socket.getInputStream()), status);
        }
    }

    private byte[] head(String method, String path, long length) {
        return """
        %s %s HTTP/1.1\r
        Host: localhost\r
        Connection: close\r
        ApiKey: %s\r
        Authorization: Bearer %s\r
        Content-Type: application/json\r
        Content-Length: %d\r
        \r
        """
                .formatted(method, path, KEY, token, length)
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** The headers of an answer, by their names in lower case. */
    private static Map<String, String> answered(InputStream in, int status) throws IOException {
        String first = line(in);
        if (!first.startsWith("HTTP/1.1 " + status)) {
            throw new IOException(first);
        }
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return headers;
    }

    private static String line(InputStream in) throws IOException {
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

    private static String path(Map<String, String> headers) {
        String location = headers.get("location");
        return location.substring(location.indexOf("/api/"));
    }
}
