package no.altinn.events.functions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Whoever gets an alert finds what to do first. */
class AlertsGuideTest {
    private static final Path ROOT = Path.of("../..");

    private static Set<String> found(String pattern, String file) throws IOException {
        return Pattern.compile(pattern)
                .matcher(Files.readString(ROOT.resolve(file)))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyAlertHasAFirstAction() throws IOException {
        Set<String> alerts =
                found(
                        "(?m)^ +name: '([a-z-]+)(?:\\$\\{[^']+)?'$",
                        "infra-bicep/modules/alerts.bicep");
        // Not rules, but names inside of them.
        alerts.removeAll(Set.of("operations", "value", "ending"));
        alerts.add("unavailable-");

        assertThat(found("`([a-z-]+)…?`[^|]*\\|", "docs/alerts.md"))
                .containsAll(alerts)
                .hasSizeGreaterThan(15);
    }
}
