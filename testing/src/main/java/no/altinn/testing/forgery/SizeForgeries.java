package no.altinn.testing.forgery;

import java.util.List;
import java.util.stream.IntStream;

/** Tokens that cost more to read than any good one (RFC 8725 §3.10; tokens §1: 16 KiB). */
public final class SizeForgeries {
    /** How long a good token may be, in characters. */
    public static final int LONGEST = 16 * 1024;

    private static final int HUGE = 10_000_000;

    private SizeForgeries() {}

    static List<Forgery> of(Genuine genuine) {
        return List.of(
                forgery("one character too long", ofLength(genuine, LONGEST + 1)),
                forgery("one character too long, in the header", inHeader(genuine)),
                forgery("ten million characters", ofLength(genuine, HUGE)),
                forgery("ten million letters", "A".repeat(HUGE)),
                forgery("ten million dots", ".".repeat(HUGE)),
                forgery("ten million parts", "A.".repeat(HUGE / 2)));
    }

    /** A good token of exactly this many characters, a thousand or more. */
    public static String ofLength(Genuine genuine, int length) {
        // Base64 has no text whose length is one more than a multiple of four.
        return IntStream.range(0, 4)
                .mapToObj(more -> ofLength(genuine, "h".repeat(more), length))
                .filter(token -> token.length() == length)
                .findFirst()
                .orElseThrow();
    }

    private static String ofLength(Genuine genuine, String inHeader, int length) {
        String header = genuine.header().deepCopy().put("x", inHeader).toString();
        int signature = (genuine.keys().publicKey().getModulus().bitLength() / 8 * 4 + 2) / 3;
        int payload = length - Genuine.part(header).length() - signature - 2;
        int fill = payload * 3 / 4 - genuine.claims().deepCopy().put("x", "").toString().length();
        return genuine.sign(
                header, genuine.claims().deepCopy().put("x", "c".repeat(fill)).toString());
    }

    private static String inHeader(Genuine genuine) {
        return genuine.header(header -> header.put("x", "h".repeat(LONGEST)));
    }

    private static Forgery forgery(String name, String token) {
        return new Forgery("size: " + name, "RFC 8725 §3.10, tokens §1", token);
    }
}
