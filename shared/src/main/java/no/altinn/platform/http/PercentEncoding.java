package no.altinn.platform.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Percent-encoding (RFC 3986 §2.1) of UTF-8, read strictly: bytes that are no UTF-8 are no text, so
 * that no two encodings become one text by way of a replacement character.
 */
public final class PercentEncoding {
    private static final int ESCAPE_LENGTH = 3;

    private PercentEncoding() {}

    /**
     * Decodes a text once. What is not encoded stands for itself, a plus sign too.
     *
     * @return empty when a percent sign begins no escape, or the bytes are no UTF-8
     */
    public static Optional<String> decode(String text) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
            int from = 0;
            while (from < text.length()) {
                int escape = text.indexOf('%', from);
                int to = escape < 0 ? text.length() : escape;
                writePlain(text.substring(from, to), bytes);
                if (escape >= 0) {
                    bytes.write(octet(text, escape));
                    to += ESCAPE_LENGTH;
                }
                from = to;
            }
            return Optional.of(
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes.toByteArray()))
                            .toString());
        } catch (CharacterCodingException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static void writePlain(String text, ByteArrayOutputStream bytes)
            throws CharacterCodingException {
        ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
        bytes.write(encoded.array(), encoded.arrayOffset(), encoded.limit());
    }

    private static int octet(String text, int escape) {
        if (escape + ESCAPE_LENGTH > text.length()) {
            throw new IllegalArgumentException("The escape is cut short.");
        }
        return HexFormat.fromHexDigits(text, escape + 1, escape + ESCAPE_LENGTH);
    }
}
