package no.altinn.rest.reportee;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NamedPartiesTest {
    private final NamedParties named = new Town().named;

    @ParameterizedTest
    @CsvSource({
        "01909012345, A, true",
        "01909012345, ' a ', true",
        "01909012345, Person A, false",
        "01909012345, B, false",
        "02909012346, nordmann, true",
        "02909012346, Lang, false",
        "02909012346, Nord, false",
        "03909012345, A, false",
    })
    void aPersonIsFoundByNumberAndLastNameAlone(String number, String lastName, boolean isFound) {
        assertThat(named.person(number, lastName).isPresent()).isEqualTo(isFound);
    }

    @ParameterizedTest
    @CsvSource({
        "310000001, Main unit, true",
        "310000001, ' MAIN   unit', true",
        "310000001, Main, false",
        "310000009, Main unit, false",
    })
    void anOrganisationIsFoundByNumberAndNameAlone(String number, String name, boolean isFound) {
        assertThat(named.organisation(number, name).isPresent()).isEqualTo(isFound);
    }

    @ParameterizedTest
    @CsvSource({
        "02909012346, Nordmann, true",
        "02909012346, NORDvik, true",
        "02909012346, Nor, false",
        "01909012345, A, true",
        "01909012345, Ab, false",
    })
    void forLettersFourLettersOfTheLastNameAreEnough(
            String number, String lastName, boolean isFound) {
        assertThat(named.personWithBeginning(number, lastName).isPresent()).isEqualTo(isFound);
    }
}
