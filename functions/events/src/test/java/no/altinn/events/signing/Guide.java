package no.altinn.events.signing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The programs that the guide for receivers shows. */
final class Guide {
    private static final Path FILE = Path.of("../../docs/webhooks.md");

    private Guide() {}

    /**
     * The only program of a language that has a text in it.
     *
     * @param language as the guide marks it, for example {@code java}
     */
    static String program(String language, String with) {
        try {
            List<String> found =
                    Pattern.compile("(?ms)^```" + language + "\n(.*?)^```$")
                            .matcher(Files.readString(FILE))
                            .results()
                            .map(program -> program.group(1))
                            .filter(program -> program.contains(with))
                            .toList();
            if (found.size() != 1) {
                throw new AssertionError(
                        "The guide has %d programs with %s".formatted(found.size(), with));
            }
            return found.get(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
