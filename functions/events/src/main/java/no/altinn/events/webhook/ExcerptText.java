package no.altinn.events.webhook;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.util.regex.Pattern;

/**
 * The beginning of a receiver's text, as it may be kept and shown: without control characters but
 * tab and newline, and without what may be a person's number. Immutable.
 *
 * @param isCut whether the text went on
 */
record ExcerptText(String text, boolean isCut) {
    private static final char REPLACEMENT = '\uFFFD';

    /** A number that begins before the cut has ended after so many characters, and one more. */
    private static final int BEYOND = 16;

    private static final Pattern NUMBER = Pattern.compile("(?<![0-9])[0-9]{11}(?![0-9])");
    private static final String HIDDEN = "*".repeat(11);

    /**
     * The text of a body.
     *
     * @param isAll whether the bytes are all of it, so that a character that ends too early is
     *     malformed
     * @param most how many bytes of UTF-8 it has at most
     */
    static ExcerptText of(byte[] body, boolean isAll, Charset charset, int most) {
        CharsetDecoder decoder =
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE);
        // A character takes a byte of UTF-8 at least.
        CharBuffer characters = CharBuffer.allocate(most + BEYOND);
        boolean isOver = decoder.decode(ByteBuffer.wrap(body), characters, isAll).isOverflow();
        characters.flip();
        ExcerptText text = of(characters.toString(), most);
        return new ExcerptText(text.text, text.isCut || isOver);
    }

    /** The same of a text that was read. */
    static ExcerptText of(String text, int most) {
        // Hidden first: the cut must not show the beginning of a number.
        String harmless = harmless(text, most);
        String beginning = harmless.substring(0, end(harmless, most));
        // The cut may have left eleven digits of a longer row.
        return new ExcerptText(withoutNumbers(beginning), beginning.length() < text.length());
    }

    /** What may be shown of a text, of which at least so many characters are left to be cut. */
    static String harmless(String text, int most) {
        return withoutNumbers(withoutControls(text, most + BEYOND));
    }

    private static String withoutControls(String text, int most) {
        StringBuilder harmless = new StringBuilder(text.length());
        for (int i = 0; i < text.length() && i < most; i++) {
            char next = text.charAt(i);
            harmless.append(isHarmless(text, i) ? next : REPLACEMENT);
        }
        return harmless.toString();
    }

    private static boolean isHarmless(String text, int at) {
        char next = text.charAt(at);
        if (Character.isHighSurrogate(next)) {
            return at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1));
        }
        if (Character.isLowSurrogate(next)) {
            return at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
        }
        return next == '\t' || next == '\n' || !Character.isISOControl(next);
    }

    private static String withoutNumbers(String text) {
        return NUMBER.matcher(text).replaceAll(HIDDEN);
    }

    /** Where the text is cut: before the character that would end beyond so many bytes. */
    private static int end(String text, int most) {
        int bytes = 0;
        int at = 0;
        while (at < text.length()) {
            int character = text.codePointAt(at);
            bytes += bytes(character);
            if (bytes > most) {
                return at;
            }
            at += Character.charCount(character);
        }
        return at;
    }

    private static int bytes(int character) {
        if (character < 0x80) {
            return 1;
        }
        if (character < 0x800) {
            return 2;
        }
        return Character.isBmpCodePoint(character) ? 3 : 4;
    }
}
