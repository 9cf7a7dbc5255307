package no.altinn.testing.cosmos.sql;

import no.altinn.testing.cosmos.sql.Token.Kind;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a query into words. */
final class Lexer {
    private static final Set<String> KEYWORDS =
            Set.of(
                    ("AND ARRAY AS ASC BETWEEN BY CASE CAST CONVERT CROSS DESC DISTINCT ELSE END"
                                    + " ESCAPE EXISTS FALSE FOR FROM GROUP HAVING IN INNER INSERT"
                                    + " INTO IS JOIN LEFT LIKE LIMIT NOT NULL OFFSET ON OR ORDER"
                                    + " OUTER OVER RIGHT SELECT SET THEN TOP TRUE UDF UNDEFINED"
                                    + " UPDATE VALUE WHEN WHERE WITH")
                            .split(" "));

    private static final Pattern WORD =
            Pattern.compile(
                    "\\s*(?:"
                            + String.join(
                                    "|",
                                    "(?<name>[a-zA-Z_]\\w*)",
                                    "(?<parameter>@\\w+)",
                                    "(?<number>-?\\d+(?:\\.\\d+)?)",
                                    "'(?<single>(?:[^'\\\\]|\\\\.)*)'",
                                    "\"(?<double>(?:[^\"\\\\]|\\\\.)*)\"",
                                    "(?<symbol><=|>=|!=|<>|[=<>(),.*:{}]|\\[|])")
                            + ")\\s*");

    private Lexer() {}

    static List<Token> words(String sql) {
        List<Token> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(sql);
        int at = 0;
        while (at < sql.length()) {
            if (!matcher.find(at) || matcher.start() != at) {
                throw new SyntaxError(sql.substring(at));
            }
            words.add(word(matcher));
            at = matcher.end();
        }
        words.add(new Token(Kind.END, ""));
        return words;
    }

    private static Token word(Matcher found) {
        if (found.group("name") != null) {
            String upper = found.group("name").toUpperCase(Locale.ROOT);
            return KEYWORDS.contains(upper)
                    ? new Token(Kind.KEYWORD, upper)
                    : new Token(Kind.NAME, found.group("name"));
        }
        if (found.group("parameter") != null) {
            return new Token(Kind.PARAMETER, found.group("parameter"));
        }
        if (found.group("number") != null) {
            return new Token(Kind.NUMBER, found.group("number"));
        }
        if (found.group("symbol") != null) {
            return new Token(Kind.SYMBOL, found.group("symbol"));
        }
        String quoted =
                found.group("single") == null ? found.group("double") : found.group("single");
        return new Token(Kind.STRING, quoted.replaceAll("\\\\(.)", "$1"));
    }
}
