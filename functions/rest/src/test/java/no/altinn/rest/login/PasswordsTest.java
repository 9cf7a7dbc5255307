package no.altinn.rest.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.security.SecureRandom;
import java.util.Optional;

class PasswordsTest {
    /** Of the reference implementation's tests (phc-winner-argon2, test.c). */
    private static final String REFERENCE =
            "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";

    private final Passwords passwords = new Passwords(new SecureRandom());

    @Test
    void theHashOfAnotherImplementationIsUnderstood() {
        assertThat(passwords.matches("password", Optional.of(REFERENCE))).isTrue();
        assertThat(passwords.matches("Password", Optional.of(REFERENCE))).isFalse();
    }

    @Test
    void aHashTellsItsCostAndMatchesItsPasswordAlone() {
        String hash = passwords.hash("Passord-Å1");

        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords.matches("Passord-Å1", Optional.of(hash))).isTrue();
        assertThat(passwords.matches("Passord-A1", Optional.of(hash))).isFalse();
    }

    @Test
    void onePasswordHasAnotherHashEachTime() {
        assertThat(passwords.hash("Passord-A1")).isNotEqualTo(passwords.hash("Passord-A1"));
    }

    @Test
    void nothingMatchesWhereThereIsNoPassword() {
        assertThat(passwords.matches("", Optional.empty())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "password",
                "$argon2i$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=19$m=999999,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4"
            })
    void aTextThatIsNoHashIsAFault(String text) {
        assertThatIllegalStateException()
                .isThrownBy(() -> passwords.matches("password", Optional.of(text)));
    }
}
