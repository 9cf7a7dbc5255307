package no.altinn.local.contract;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An answer as it came over the wire.
 *
 * @param head the status line and the headers, as they came
 * @param body without the chunks of the transfer
 */
record RawAnswer(String head, String body) {

    /**
     * Reads the final answer from a connection that may stay open.
     *
     * @throws EOFException if the connection ends before the answer does
     */
    static RawAnswer read(InputStream in) throws IOException {
        String head = head(in);
        while (head.matches("(?s)HTTP/1.1 1[0-9]{2}.*")) {
            head = head(in);
        }
        RawAnswer empty = new RawAnswer(head, "");
        return new RawAnswer(head, new String(empty.bodyOf(in), StandardCharsets.UTF_8));
    }

    /** The status and the reason phrase. */
    String status() {
        return head.lines().findFirst().orElse("").replaceFirst("^\\S+ ", "").stripTrailing();
    }

    int statusCode() {
        return Integer.parseInt(status().substring(0, 3));
    }

    /** Every header. */
    Map<String, List<String>> headers() {
        return head.lines()
                .skip(1)
                .map(line -> line.split(":", 2))
                .filter(line -> line.length == 2)
                .collect(
                        Collectors.groupingBy(
                                line -> line[0],
                                Collectors.mapping(line -> line[1].strip(), Collectors.toList())));
    }

    Optional<String> header(String name) {
        String start = name.toLowerCase(Locale.ROOT) + ":";
        return head.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                .map(line -> line.substring(start.length()).strip())
                .findFirst();
    }

    private byte[] bodyOf(InputStream in) throws IOException {
        if (status().startsWith("204") || status().startsWith("304")) {
            return new byte[0];
        }
        if (header("Transfer-Encoding").isPresent()) {
            return chunks(in);
        }
        Optional<Integer> length = header("Content-Length").map(Integer::valueOf);
        return length.isPresent() ? exactly(in, length.get()) : in.readAllBytes();
    }

    private static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int size = Integer.parseInt(line(in).strip(), 16);
        while (size > 0) {
            body.write(exactly(in, size));
            line(in);
            size = Integer.parseInt(line(in).strip(), 16);
        }
        line(in);
        return body.toByteArray();
    }

    private static byte[] exactly(InputStream in, int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("The body ended after %d bytes".formatted(bytes.length));
        }
        return bytes;
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        for (String line = line(in); !line.isBlank(); line = line(in)) {
            head.append(line);
        }
        return head.toString();
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        int next = in.read();
        while (next >= 0 && next != '\n') {
            line.append((char) next);
            next = in.read();
        }
        if (next < 0) {
            throw new EOFException("The head ended after: " + line);
        }
        return line.append('\n').toString();
    }
}
