package no.altinn.authentication.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenProviderTest {
    @ParameterizedTest
    @CsvSource({
        "maskinporten, MASKINPORTEN",
        "Maskinporten, MASKINPORTEN",
        "id-porten, ID_PORTEN",
        "ID-PORTEN, ID_PORTEN"
    })
    void aProviderIsNamedInAnyCase(String name, TokenProvider provider) {
        assertThat(TokenProvider.named(name)).contains(provider);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "idporten", "id_porten", "altinnstudio", "maskinporten "})
    void nobodyElseIsAProvider(String name) {
        assertThat(TokenProvider.named(name)).isEmpty();
    }
}
