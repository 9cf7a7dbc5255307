package no.altinn.rest.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import no.altinn.rest.record.Entry;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserNameTest {
    @ParameterizedTest
    @ValueSource(strings = {"a", "ola", "Åse.Ø-1", "a@b.no", "x+y", "1", "310000001"})
    void lettersDigitsAndSomeSignsMakeAName(String text) {
        assertThat(UserName.of(text).text()).isEqualTo(text);
        assertThat(Entry.isId("n" + UserName.of(text).key())).isTrue();
    }

    @Test
    void aNameHasAtMost64Characters() {
        assertThat(UserName.of("a".repeat(64)).text()).hasSize(64);
        assertThatExceptionOfType(InvalidUser.class).isThrownBy(() -> UserName.of("a".repeat(65)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a/b", "a\\b", "a#b", "a?b", "a\nb", "01909012345"})
    void anythingElseIsNone(String text) {
        assertThatExceptionOfType(InvalidUser.class).isThrownBy(() -> UserName.of(text));
    }

    @ParameterizedTest
    @CsvSource({"OLA, ola", "ÅSE, åse", "A\u030ASE, åse", "STRASSE, straße", "oLa, OlA"})
    void namesThatDifferInCaseAloneAreOne(String one, String other) {
        assertThat(UserName.of(one).isSame(other)).isTrue();
    }

    @Test
    void otherNamesAreOthers() {
        assertThat(UserName.of("ola").isSame("olav")).isFalse();
    }
}
