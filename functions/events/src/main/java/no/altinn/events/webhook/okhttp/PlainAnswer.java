package no.altinn.events.webhook.okhttp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import no.altinn.events.webhook.WebhookReply;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
    // Empty until the body of a failure is read.
    private Optional<FailedBody> failed = Optional.empty();

    PlainAnswer(InputStream in) {
        this.in = in;
    }

    /**
     * Reads the head, and those before it that only say that it is to come.
     *
     * @throws ProtocolException if it is none of HTTP
     */
    void readHead() throws IOException {
        do {
            begin = end;
            readNext();
            readStatus();
        } while (status == 100 || (status > 101 && status < 200));
    }

    private void readNext() throws IOException {
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
     * Reads the body, and keeps what a failure says.
     *
     * @return whether it was plain and all that came, so that another answer may follow it
     */
    boolean isWhole() throws IOException {
        AnswerHead strict = new AnswerHead();
        strict.add(bytes, 0, end);
        OptionalLong length =
                isNewest && begin == 0 && strict.isEnded()
                        ? Framing.bodyLength(status, this::headers)
                        : OptionalLong.empty();
        if (status < 200 || status >= 300) {
            int came = hear();
            return length.isPresent() && length.getAsLong() == came;
        }
        return length.isPresent() && length.getAsLong() <= LONGEST_BODY && skip(length.getAsLong());
    }

    private boolean skip(long length) throws IOException {
        long missing = end + length - count;
        while (missing > 0) {
            int more = in.read(bytes, 0, (int) Math.min(missing, bytes.length));
            if (more < 0) {
                return false;
            }
            missing -= more;
        }
        return missing == 0;
    }

    /** Reads the body of a failure as far as it may be read; how many bytes came. */
    private int hear() throws IOException {
        FailedBody body = new FailedBody(status, this::header);
        failed = Optional.of(body);
        body.add(bytes, end, count - end);
        int came = count - end;
        while (!body.isOver() && came < LONGEST_BODY) {
            int more = in.read(bytes, 0, bytes.length);
            if (more < 0) {
                body.end();
            } else {
                body.add(bytes, 0, more);
                came += more;
            }
        }
        return came;
    }

    /** The status, 100 and up, once the head is read. */
    int status() {
        return status;
    }

    /** The answer as far as it was read. */
    WebhookReply reply() {
        return Replies.answered(status, this::header, failed.flatMap(FailedBody::excerpt));
    }

    private String header(String name) {
        List<String> values = headers(name);
        return values.isEmpty() ? "" : values.get(values.size() - 1);
    }

    private List<String> headers(String name) {
        List<String> values = List.of();
        for (int i = 1; i < lines.size(); i++) {
            String line = lines.get(i);
            int colon = name.length();
            if (line.length() > colon
                    && line.charAt(colon) == ':'
                    && line.regionMatches(true, 0, name, 0, colon)) {
                values = values.isEmpty() ? new ArrayList<>(1) : values;
                values.add(line.substring(colon + 1).strip());
            }
        }
        return values;
    }
}
