package no.altinn.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;

class EntityTagsTest {
    private static final byte[] CONTENT = "å".getBytes(StandardCharsets.UTF_8);

    @Test
    void aTagTellsTypesAndContentsApart() {
        String tag = EntityTags.of("text/plain", CONTENT);

        assertThat(tag)
                .matches("\"[A-Za-z0-9_-]{22}\"")
                .isEqualTo(EntityTags.of("text/plain", CONTENT));
        assertThat(tag)
                .isNotEqualTo(EntityTags.of("application/json", CONTENT))
                .isNotEqualTo(EntityTags.of("text/plain", new byte[] {1}));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "\"a\"         | true  | true",
                "W/\"a\"       | true  | false",
                "\"b\", \"a\"  | true  | true",
                "*             | true  | true",
                "\"b\"         | false | false",
                "a             | false | false"
            })
    void aListHasATagWeaklyOrStrongly(String list, boolean weakly, boolean strongly) {
        assertThat(EntityTags.isAmong(list, "\"a\"")).isEqualTo(weakly);
        assertThat(EntityTags.isAmongStrong(list, "\"a\"")).isEqualTo(strongly);
    }
}
