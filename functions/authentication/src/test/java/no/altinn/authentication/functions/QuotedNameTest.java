package no.altinn.authentication.functions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotedNameTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "idporten", "Altinn Studio", "blåbær-\uD83E\uDED0", "%s", "a\"b'c"})
    void anOrdinaryNameIsToldAsItIs(String name) {
        assertThat(QuotedName.of(name)).isEqualTo(name);
    }

    @Test
    void fiftyCharactersAreTheMost() {
        String berry = "\uD83E\uDED0";

        assertThat(QuotedName.of(berry.repeat(50))).isEqualTo(berry.repeat(50));
        assertThat(QuotedName.of(berry.repeat(51))).isEqualTo(berry.repeat(50) + "…");
        assertThat(QuotedName.of("a".repeat(7000))).hasSize(51);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\rb",
                "a\nb",
                "a\tb",
                "a\u0000b",
                "a\u0085b",
                "a\u2028b",
                "a\u202Eb",
                "a\uD800b"
            })
    void whatIsNoPrintableCharacterIsReplaced(String name) {
        assertThat(QuotedName.of(name)).isEqualTo("a?b");
    }
}
