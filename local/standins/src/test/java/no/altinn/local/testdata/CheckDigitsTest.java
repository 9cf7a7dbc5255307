package no.altinn.local.testdata;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckDigitsTest {
    /** Of authorities: the numbers are public. */
    @ParameterizedTest
    @ValueSource(strings = {"991825827", "974761076", "974760673"})
    void theNumberOfAnOrganisationEndsWithACheckDigit(String number) {
        assertThat(CheckDigits.organisation(number.substring(0, 8))).contains(number);
    }

    /** Synthetic. */
    @ParameterizedTest
    @ValueSource(strings = {"22877497392", "14836599080", "07837399275"})
    void theNumberOfAPersonEndsWithTwoCheckDigits(String number) {
        assertThat(CheckDigits.person(number.substring(0, 9))).contains(number);
    }

    @Test
    void digitsThatLeaveNoCheckDigitBeginNoNumber() {
        assertThat(CheckDigits.organisation("31500005")).isEmpty();
        assertThat(CheckDigits.person("018140002")).isEmpty();
    }
}
