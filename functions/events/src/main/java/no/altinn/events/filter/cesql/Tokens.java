package no.altinn.events.filter.cesql;

import no.altinn.events.event.AttributeText;
import no.altinn.events.filter.cesql.Token.Kind;

import java.util.ArrayList;
import java.util.List;

/** Cuts an expression's text into tokens. */
final class Tokens {
    private static final List<String> SYMBOLS =
            List.of("<=", ">=", "<>", "!=", "(", ")", ",", "=", "<", ">", "+", "-", "*", "/", "%");

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int next;

    private Tokens(String text) {
        this.text = text;
    }

    /**
     * The tokens of a text; the last one is its end.
     *
     * @throws InvalidCesql if there is a character that begins none, or a string without end
     */
    static List<Token> of(String text) {
        Tokens reading = new Tokens(text);
        reading.read();
        return reading.tokens;
    }

    private void read() {
        while (next < text.length()) {
            char c = text.charAt(next);
            if (isSpace(c)) {
                next++;
            } else if (c == '\'' || c == '"') {
                readString(c);
            } else if (isWord(c)) {
                readWord();
            } else {
                readSymbol();
            }
        }
        tokens.add(new Token(Kind.END, "", next));
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }

    private static boolean isWord(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '_';
    }

    private void readWord() {
        int start = next;
        while (next < text.length() && isWord(text.charAt(next))) {
            next++;
        }
        tokens.add(new Token(Kind.WORD, text.substring(start, next), start));
    }

    /** A backslash stays but before the quote; LIKE reads it before its wildcards. */
    private void readString(char quote) {
        int start = next++;
        StringBuilder read = new StringBuilder();
        while (next < text.length() && text.charAt(next) != quote) {
            boolean isPair = text.charAt(next) == '\\' && next + 1 < text.length();
            if (isPair && text.charAt(next + 1) != quote) {
                read.append('\\');
            }
            next += isPair ? 1 : 0;
            read.append(text.charAt(next++));
        }
        if (next == text.length()) {
            throw new InvalidCesql(
                    "the text that begins at character %d has no end".formatted(start + 1));
        }
        next++;
        if (!AttributeText.isAllowed(read.toString())) {
            throw new InvalidCesql(
                    "the text that begins at character %d %s"
                            .formatted(start + 1, AttributeText.RULE.replace(".", "")));
        }
        tokens.add(new Token(Kind.STRING, read.toString(), start));
    }

    private void readSymbol() {
        String symbol =
                SYMBOLS.stream()
                        .filter(one -> text.startsWith(one, next))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new InvalidCesql(
                                                "'%s' at character %d is none of its characters"
                                                        .formatted(shown(), next + 1)));
        tokens.add(new Token(Kind.SYMBOL, symbol, next));
        next += symbol.length();
    }

    private String shown() {
        return AttributeText.shown(Character.toString(text.codePointAt(next)));
    }
}
