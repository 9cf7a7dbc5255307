package no.altinn.events.filter;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.events.event.EventAttributes;
import no.altinn.events.event.EventReader;
import no.altinn.platform.json.Json;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The examples of filters in the guide to the API. */
class DocumentedFiltersTest {
    private static final Pattern EXAMPLE = Pattern.compile("(?m)^\\| `\\w+` \\|.*\\| `(.*)` \\|$");
    private static final Pattern EVENT = Pattern.compile("(?m)^\\{\"specversion\".*}$");

    private static String section() throws IOException {
        String guide = Files.readString(Path.of("../../docs/api.md"));
        int start = guide.indexOf("\n### Filters\n");
        return guide.substring(start, guide.indexOf("\n## ", start));
    }

    @Test
    void theEventPassesEachExampleAndAllOfThem() throws IOException {
        String section = section();
        String event =
                EVENT.matcher(section)
                        .results()
                        .map(found -> found.group())
                        .findFirst()
                        .orElseThrow();
        EventAttributes attributes = EventAttributes.of(EventReader.structured(event));
        List<String> examples =
                EXAMPLE.matcher(section).results().map(found -> found.group(1)).toList();

        assertThat(examples)
                .hasSize(7)
                .allSatisfy(
                        example -> assertThat(passes("[" + example + "]", attributes)).isTrue());
        assertThat(passes("[" + String.join(",", examples) + "]", attributes)).isTrue();
    }

    private static boolean passes(String filters, EventAttributes event) {
        return FilterList.read(Json.parse(filters))
                .orElseThrow()
                .passes(
                        event,
                        () -> {
                            throw new AssertionError(filters);
                        });
    }
}
