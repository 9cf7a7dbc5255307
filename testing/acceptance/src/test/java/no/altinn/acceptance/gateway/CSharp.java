package no.altinn.acceptance.gateway;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An expression in a policy, read as far as tests need it: its texts, brackets and names.
 *
 * @param where the place of the expression, for messages
 * @param source as API Management gets it, with the at sign
 */
record CSharp(String where, String source) {
    private static final Pattern TEXT =
            Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)'");
    private static final Pattern CALL = Pattern.compile("Regex[.](?:IsMatch|Match|Replace)\\(");
    private static final String OPENING = "([{";
    private static final String CLOSING = ")]}";

    /** Whether a policy's text is an expression. */
    static boolean isOne(String text) {
        return text.startsWith("@");
    }

    /** Whether it is one of several statements. */
    boolean hasStatements() {
        return source.startsWith("@{");
    }

    /** The code with every text of it emptied. */
    String withoutTexts() {
        return TEXT.matcher(source).replaceAll("\"\"");
    }

    /**
     * The type names and other names that begin with a capital and belong to nothing before them.
     */
    List<String> types() {
        return found("(?<![\\w.\"])([A-Z]\\w*)");
    }

    /** The members of the context that it reads, such as {@code Request.Headers}. */
    List<String> members() {
        return found("(?<![\\w.])context[.](\\w+(?:[.]\\w+)*)");
    }

    /** The names of the variables that it reads. */
    List<String> variables() {
        List<String> names = new ArrayList<>();
        Matcher matcher =
                Pattern.compile(
                                "context[.]Variables(?:\\[|[.]ContainsKey\\(|[.]GetValueOrDefault\\()\"(\\w+)\"")
                        .matcher(source);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    private List<String> found(String pattern) {
        List<String> names = new ArrayList<>();
        Matcher matcher = Pattern.compile(pattern).matcher(withoutTexts());
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    /** Whether every bracket has its counterpart, and the last one is that of the first. */
    boolean isBalanced() {
        String code = withoutTexts().substring(1);
        List<Character> open = new ArrayList<>();
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            if (OPENING.indexOf(c) >= 0) {
                open.add(CLOSING.charAt(OPENING.indexOf(c)));
            } else if (CLOSING.indexOf(c) >= 0
                    && (open.isEmpty() || open.remove(open.size() - 1) != c)) {
                return false;
            }
            if (open.isEmpty() && i < code.length() - 1) {
                return false;
            }
        }
        return open.isEmpty() && !code.isEmpty();
    }

    /** The regular expressions in it, as the texts of C# say them. */
    List<String> patterns() {
        List<String> patterns = new ArrayList<>();
        Matcher matcher = CALL.matcher(source);
        while (matcher.find()) {
            String second = argument(matcher.end(), 1);
            if (second.startsWith("\"")) {
                patterns.add(second.substring(1, second.length() - 1).replace("\\\\", "\\"));
            }
        }
        return patterns;
    }

    /** An argument of a call, counted from nought, of which the first begins at this place. */
    private String argument(int start, int number) {
        int depth = 0;
        int count = 0;
        StringBuilder argument = new StringBuilder();
        Matcher text = TEXT.matcher(source);
        for (int i = start; i < source.length(); i++) {
            char c = source.charAt(i);
            if (c == '"' && text.find(i) && text.start() == i) {
                if (count == number) {
                    argument.append(text.group());
                }
                i = text.end() - 1;
                continue;
            }
            depth += OPENING.indexOf(c) >= 0 ? 1 : CLOSING.indexOf(c) >= 0 ? -1 : 0;
            if (depth < 0) {
                break;
            }
            if (c == ',' && depth == 0) {
                count++;
            } else if (count == number) {
                argument.append(c);
            }
        }
        return argument.toString().strip();
    }
}
