package no.altinn.rest.door;

import no.altinn.rest.representation.Format;
import no.altinn.rest.representation.Writer;

import java.util.LinkedHashMap;
import java.util.Map;

/** Writes replies in the representation that the client asked for. */
final class Renderer {
    private static final int LONGEST_REASON = 200;
    private static final String CHARSET = "; charset=utf-8";

    private Renderer() {}

    /**
     * The reply with a text, bytes, a stored file or nothing for content, and its phrase in a
     * header.
     */
    static Reply render(Reply reply, Format format) {
        Content written = written(reply.content(), format);
        Map<String, String> headers = new LinkedHashMap<>(reply.headers());
        if (written instanceof Content.Written text) {
            headers.putIfAbsent("Content-Type", text.mediaType());
        } else if (written instanceof Content.Bytes bytes) {
            headers.putIfAbsent("Content-Type", bytes.mediaType());
        } else if (written instanceof Content.Stored stored) {
            headers.putIfAbsent("Content-Type", stored.mediaType());
        }
        reply.phrase().ifPresent(phrase -> headers.put("X-Reason", fit(phrase)));
        return new Reply(reply.status(), reply.phrase(), headers, written);
    }

    private static Content written(Content content, Format format) {
        Writer writer = Writer.of(format);
        if (content instanceof Content.One one) {
            return text(format, writer.write(one.resource()));
        }
        if (content instanceof Content.Many many) {
            return text(format, writer.write(many.listing()));
        }
        if (content instanceof Content.Line line) {
            return text(format, writer.write(line.text()));
        }
        if (content instanceof Content.Truth truth) {
            return text(format, writer.write(truth.flag()));
        }
        return content;
    }

    /** The reply to a refused request: its reason as the phrase and, the same text, as the body. */
    static Reply render(RestError error, Format format) {
        Reply reply = error.reply().orElseGet(() -> Reply.of(error.status(), new Content.None()));
        Content body =
                reply.content() instanceof Content.None
                        ? text(
                                format,
                                Writer.of(format).writeError(error.code(), error.getMessage()))
                        : reply.content();
        return render(reply.with(body).saying(reply.phrase().orElse(error.getMessage())), format);
    }

    private static Content text(Format format, String text) {
        return new Content.Written(format.mediaType() + CHARSET, text);
    }

    /** The start of a text, with a question mark for what no status line can hold. */
    private static String fit(String phrase) {
        StringBuilder fit = new StringBuilder();
        phrase.codePoints()
                .limit(LONGEST_REASON)
                .forEach(
                        character ->
                                fit.append(
                                        character >= ' ' && character <= '~'
                                                ? (char) character
                                                : '?'));
        return fit.toString();
    }
}
