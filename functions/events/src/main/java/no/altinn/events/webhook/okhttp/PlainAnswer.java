package no.altinn.events.webhook.okhttp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The answer to a request, read from its connection (RFC 9112 §4). Its status counts whatever
 * follows, as it does for OkHttp. For one thread at a time.
 */
final class PlainAnswer {
    private static final int LONGEST_HEAD = 256 * 1024;
    private static final int LONGEST_BODY = 64 * 1024;
    private static final Pattern STATUS_LINE =
            Pattern.compile("HTTP/1\\.([01]) ([0-9]{3})(?: .*)?", Pattern.DOTALL);

    private final InputStream in;
    private byte[] bytes = new byte[512];
    private int count;
    // Where the head begins that is read now, and where it ends.
    private int begin;
    private int end;
    private List<String> lines = List.of();
    private int status;
    private boolean isNewest;

    PlainAnswer(InputStream in) {
        this.in = in;
    }

    /**
     * Reads the head, and those before it that only say that it is to come.
     *
     * @return the status, 100 and up
     * @throws ProtocolException if it is none of HTTP
     */
    int status() throws IOException {
        do {
            begin = end;
            readHead();
            readStatus();
        } while (status == 100 || (status > 101 && status < 200));
        return status;
    }

    private void readHead() throws IOException {
        int line = begin;
        while (true) {
            int next = line;
            while (next < count && bytes[next] != '\n') {
                next++;
            }
            if (next == count) {
                more();
                continue;
            }
            boolean isEmpty = next == line || (next == line + 1 && bytes[line] == '\r');
            line = next + 1;
            if (isEmpty) {
                end = line;
                return;
            }
        }
    }

    private void more() throws IOException {
        if (count == LONGEST_HEAD) {
            throw new ProtocolException("the head is longer than 256 KiB");
        }
        if (count == bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.min(LONGEST_HEAD, 4 * bytes.length));
        }
        int more = in.read(bytes, count, bytes.length - count);
        if (more < 0) {
            throw new EOFException("unexpected end of stream");
        }
        count += more;
    }

    private void readStatus() throws ProtocolException {
        lines = new String(bytes, begin, end - begin, ISO_8859_1).lines().toList();
        String line = lines.get(0);
        Matcher parts = STATUS_LINE.matcher(line);
        if (!parts.matches() || parts.group(2).compareTo("100") < 0) {
            throw new ProtocolException("Unexpected status line: " + line);
        }
        isNewest = parts.group(1).equals("1");
        status = Integer.parseInt(parts.group(2));
    }

    /**
     * Reads the body.
     *
     * @return whether it was plain and all that came, so that another answer may follow it
     */
    boolean isWhole() throws IOException {
        AnswerHead strict = new AnswerHead();
        strict.add(bytes, 0, end);
        OptionalLong length =
                isNewest && begin == 0 && strict.isEnded()
                        ? Framing.bodyLength(status, this::header)
                        : OptionalLong.empty();
        if (length.isEmpty() || length.getAsLong() > LONGEST_BODY) {
            return false;
        }
        long missing = end + length.getAsLong() - count;
        while (missing > 0) {
            int more = in.read(bytes, 0, (int) Math.min(missing, bytes.length));
            if (more < 0) {
                return false;
            }
            missing -= more;
        }
        return missing == 0;
    }

    private List<String> header(String name) {
        return lines.stream()
                .skip(1)
                .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(line -> line.substring(name.length() + 1).strip())
                .toList();
    }
}
