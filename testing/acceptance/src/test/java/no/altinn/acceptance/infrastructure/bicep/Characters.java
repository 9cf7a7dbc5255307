package no.altinn.acceptance.infrastructure.bicep;

/** The text of a file, read from its beginning. Not safe for use by several threads at once. */
final class Characters {
    private final String file;
    private final String text;
    private int at;

    Characters(String file, String text) {
        this.file = file;
        this.text = text;
    }

    boolean isAtEnd() {
        return at >= text.length();
    }

    /** What comes next, without spaces of this line before it. */
    boolean sees(String next) {
        skipSpaces();
        return text.startsWith(next, at);
    }

    /** The same of a whole word. */
    boolean seesWord(String word) {
        return sees(word)
                && (at + word.length() == text.length()
                        || !isOfWord(text.charAt(at + word.length())));
    }

    /** What comes next, without spaces and ends of lines before it; if it comes, it is taken. */
    boolean takesBeyondLine(String next) {
        int before = at;
        skipLines();
        if (takes(next)) {
            return true;
        }
        at = before;
        return false;
    }

    boolean takes(String next) {
        if (!sees(next)) {
            return false;
        }
        at += next.length();
        return true;
    }

    boolean takesWord(String word) {
        return seesWord(word) && takes(word);
    }

    void expect(String next) {
        if (!takes(next)) {
            throw unreadable("expected " + next);
        }
    }

    char take() {
        if (isAtEnd()) {
            throw unreadable("the file ends too early");
        }
        return text.charAt(at++);
    }

    /** Spaces count. */
    boolean takesExactly(String next) {
        boolean isThere = text.startsWith(next, at);
        at += isThere ? next.length() : 0;
        return isThere;
    }

    boolean seesWord() {
        skipSpaces();
        return !isAtEnd() && isOfWord(text.charAt(at));
    }

    String word() {
        skipSpaces();
        int from = at;
        while (!isAtEnd() && isOfWord(text.charAt(at))) {
            at++;
        }
        if (from == at) {
            throw unreadable("expected a name");
        }
        return text.substring(from, at);
    }

    /** Spaces and comments. */
    void skipSpaces() {
        while (!isAtEnd()) {
            if (text.charAt(at) == ' ' || text.charAt(at) == '\t' || text.charAt(at) == '\r') {
                at++;
            } else if (text.startsWith("//", at)) {
                skipTo("\n");
            } else if (text.startsWith("/*", at)) {
                skipTo("*/");
                at += 2;
            } else {
                return;
            }
        }
    }

    /** The same with ends of lines. */
    void skipLines() {
        skipSpaces();
        while (!isAtEnd() && text.charAt(at) == '\n') {
            at++;
            skipSpaces();
        }
    }

    private void skipTo(String end) {
        int found = text.indexOf(end, at);
        at = found < 0 ? text.length() : found;
    }

    int mark() {
        return at;
    }

    void back(int mark) {
        at = mark;
    }

    String since(int mark) {
        return text.substring(mark, at).strip();
    }

    IllegalArgumentException unreadable(String why) {
        long line = text.substring(0, Math.min(at, text.length())).lines().count();
        return new IllegalArgumentException("%s, line %d: %s".formatted(file, line, why));
    }

    private static boolean isOfWord(char character) {
        return Character.isLetterOrDigit(character) || character == '_';
    }
}
