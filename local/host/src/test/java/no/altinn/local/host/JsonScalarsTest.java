package no.altinn.local.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonScalarsTest {
    private static final JsonScalars VALUES =
            new JsonScalars(
                    "{\"text\":\"a\",\"number\":2.5,\"truth\":true,\"none\":null,\"list\":[1]}");

    @Test
    void scalarsAreFoundAsText() {
        assertThat(VALUES.find("text")).contains("a");
        assertThat(VALUES.find("number")).contains("2.5");
    }

    @Test
    void truthValuesHaveACapitalLetter() {
        assertThat(VALUES.find("truth")).contains("True");
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "list", "missing", "Text"})
    void whatIsNoScalarOrNotThereIsNotFound(String name) {
        assertThat(VALUES.find(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[1]", "two words", "{"})
    void textThatIsNoObjectHasNoValues(String text) {
        assertThat(new JsonScalars(text).find("a")).isEmpty();
    }
}
