package no.altinn.rest.odata;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts an expression into words, one after the other. For one thread. */
final class Lexer {
    private static final Pattern SPACES = Pattern.compile("\\s*+");
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*+");
    private static final Pattern NUMBER =
            Pattern.compile("-?[0-9]{1,30}(?:\\.[0-9]{1,30})?[LlMmDdFf]?(?![\\p{L}\\p{N}_.])");
    // Possessive: a long text costs no stack.
    private static final Pattern QUOTED = Pattern.compile("'((?:[^']|'')*+)'");

    private final String expression;
    private int position;

    Lexer(String expression) {
        this.expression = expression;
    }

    /**
     * The next word.
     *
     * @throws InvalidQuery if none begins here
     */
    Token next() {
        position = here(SPACES).map(MatchResult::end).orElse(position);
        if (position == expression.length()) {
            return new Token(Token.Kind.END, "", position);
        }
        return switch (expression.charAt(position)) {
            case '(' -> mark(Token.Kind.OPEN);
            case ')' -> mark(Token.Kind.CLOSE);
            case ',' -> mark(Token.Kind.COMMA);
            case '\'' -> quoted(Token.Kind.TEXT);
            default -> word();
        };
    }

    /** What a pattern takes of the expression from here, if anything. */
    private Optional<MatchResult> here(Pattern pattern) {
        Matcher matcher = pattern.matcher(expression);
        matcher.region(position, expression.length());
        return matcher.lookingAt() ? Optional.of(matcher.toMatchResult()) : Optional.empty();
    }

    private Token mark(Token.Kind kind) {
        return token(kind, expression.substring(position, position + 1), position + 1);
    }

    private Token token(Token.Kind kind, String text, int end) {
        position = end;
        return new Token(kind, text, end);
    }

    private Token quoted(Token.Kind kind) {
        // Without a match the text has no end.
        MatchResult text = here(QUOTED).orElseThrow(() -> syntaxError(expression.length()));
        return token(kind, text.group(1).replace("''", "'"), text.end());
    }

    private Token word() {
        Optional<MatchResult> name = here(NAME);
        if (name.isPresent()) {
            String text = name.get().group();
            boolean isTime = text.equalsIgnoreCase("datetime");
            Token token = token(Token.Kind.NAME, text, name.get().end());
            boolean isQuoted =
                    position < expression.length() && expression.charAt(position) == '\'';
            return isTime && isQuoted ? quoted(Token.Kind.TIME) : token;
        }
        MatchResult number = here(NUMBER).orElseThrow(() -> syntaxError(position));
        return token(Token.Kind.NUMBER, number.group(), number.end());
    }

    /** What a caller is told whose expression cannot be read on from a position. */
    InvalidQuery syntaxError(int at) {
        return new InvalidQuery("Syntax error at position %d in '%s'".formatted(at, expression));
    }
}
