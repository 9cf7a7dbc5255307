package no.altinn.testing.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * JSONTestSuite: texts of JSON with the verdict of RFC 8259 in their names. The file beside this
 * class tells where they come from, and under which licence.
 */
public final class JsonTestSuite {
    private static final String FILE = "json-test-suite.txt";
    private static final int HEX = 16;

    private JsonTestSuite() {}

    /**
     * One text.
     *
     * @param name of its file, without the suffix
     * @param content the file's bytes, each as the character of its number; they may be no UTF-8
     */
    public record Sample(String name, String content) {
        /** Whether each parser must take it. */
        public boolean isJson() {
            return name.startsWith("y_");
        }

        /** Whether each parser must refuse it. */
        public boolean isNoJson() {
            return name.startsWith("n_");
        }

        /** Whether a parser may do either. */
        public boolean isFree() {
            return name.startsWith("i_");
        }

        /** The file's bytes. */
        public byte[] bytes() {
            return content.getBytes(StandardCharsets.ISO_8859_1);
        }

        /** The text as the Functions worker hands it on: with U+FFFD for what is no UTF-8. */
        public String text() {
            return new String(bytes(), StandardCharsets.UTF_8);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** All texts. */
    public static List<Sample> all() {
        return Stream.concat(
                        lines().stream()
                                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                                .map(JsonTestSuite::sample),
                        Stream.of(
                                new Sample(
                                        "i_structure_500_nested_arrays",
                                        "[".repeat(500) + "]".repeat(500)),
                                new Sample(
                                        "n_structure_100000_opening_arrays", "[".repeat(100_000)),
                                new Sample(
                                        "n_structure_open_array_object",
                                        "[{\"\":".repeat(50_000) + "\n")))
                .toList();
    }

    private static List<String> lines() {
        try (InputStream file = JsonTestSuite.class.getResourceAsStream(FILE)) {
            return new String(file.readAllBytes(), StandardCharsets.US_ASCII).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Sample sample(String line) {
        int tab = line.indexOf('\t');
        return new Sample(line.substring(0, tab), content(line.substring(tab + 1)));
    }

    private static String content(String written) {
        StringBuilder content = new StringBuilder(written.length());
        int i = 0;
        while (i < written.length()) {
            char c = written.charAt(i++);
            if (c != '\\') {
                content.append(c);
            } else if (written.charAt(i++) == 'x') {
                content.append((char) Integer.parseInt(written, i, i + 2, HEX));
                i += 2;
            } else {
                content.append('\\');
            }
        }
        return content.toString();
    }
}
