package no.altinn.local.proof;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Output as a guide prints it: line by line, where {@code …} stands for any characters of a line.
 */
final class ExpectedOutput {
    private final List<Pattern> lines;

    ExpectedOutput(String text) {
        lines = text.lines().map(ExpectedOutput::pattern).toList();
    }

    private static Pattern pattern(String line) {
        return Pattern.compile(
                Arrays.stream(line.split("…", -1))
                        .map(Pattern::quote)
                        .collect(Collectors.joining(".*")));
    }

    boolean matches(String output) {
        List<String> actual = output.lines().toList();
        boolean matches = actual.size() == lines.size();
        for (int i = 0; matches && i < actual.size(); i++) {
            matches = lines.get(i).matcher(actual.get(i)).matches();
        }
        return matches;
    }
}
