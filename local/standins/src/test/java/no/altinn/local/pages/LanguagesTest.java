package no.altinn.local.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nb-NO,nb;q=0.9,en;q=0.8 | nb",
                "no | nb",
                "nn-NO | nb",
                "en-GB,nb;q=0.5 | en",
                "en;q=0.1,nb;q=0.9 | nb",
                "fr,nb;q=0.2 | nb",
                "nb;q=0,en | en",
                "fr | en",
                "* | en",
                "'' | en",
                "nb;q=x | en",
                "<script> | en"
            })
    void theReadersFirstLanguageThatThereIsCounts(String header, String language) {
        assertThat(Languages.preferred(header)).isEqualTo(language);
    }
}
