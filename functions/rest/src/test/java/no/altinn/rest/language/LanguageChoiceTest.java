package no.altinn.rest.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Optional;

class LanguageChoiceTest {
    @ParameterizedTest
    @CsvSource({
        "1033, ENGLISH", "1044, BOKMAAL", "2068, NYNORSK", "en, ENGLISH", "NB, BOKMAAL",
        "nn, NYNORSK", "' 1033 ', ENGLISH", "1031, NYNORSK", "xx, NYNORSK", "'', NYNORSK"
    })
    void whatIsAskedForComesBeforeTheProfile(String asked, Language language) {
        assertThat(LanguageChoice.of(Optional.of(asked), () -> Optional.of(Language.NYNORSK)))
                .isEqualTo(language);
    }

    @Test
    void whoeverHasNoProfileIsAnsweredInBokmaal() {
        assertThat(LanguageChoice.of(Optional.empty(), Optional::empty))
                .isEqualTo(Language.BOKMAAL);
    }

    @Test
    void theProfileIsNotReadWhenItDoesNotCount() {
        assertThat(
                        LanguageChoice.of(
                                Optional.of("1033"),
                                () -> {
                                    throw new AssertionError("The profile was read.");
                                }))
                .isEqualTo(Language.ENGLISH);
    }
}
