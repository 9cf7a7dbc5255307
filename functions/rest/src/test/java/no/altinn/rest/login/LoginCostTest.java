package no.altinn.rest.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a login asks of the store: a point read costs 1 RU (rest-api.md §5: login 4). */
class LoginCostTest {
    private final List<String> operations = new ArrayList<>();
    private final LoginBed bed = new LoginBed(entries -> new CountedEntries(entries, operations));

    @BeforeEach
    void begin() {
        operations.clear();
    }

    @Test
    void aLoginByNameTakesThreeReads() {
        bed.passwordLogin.login("ola", "Passord-A1", Optional.empty());

        assertThat(operations).containsExactly("find", "find", "find");
    }

    @Test
    void aLoginByNationalNumberTakesTwo() {
        bed.passwordLogin.login(KnownPersons.A, "Passord-A1", Optional.empty());

        assertThat(operations).containsExactly("find", "find");
    }

    @Test
    void aLoginAfterFailuresClearsThem() {
        assertThatExceptionOfType(LoginRefused.class)
                .isThrownBy(() -> bed.passwordLogin.login("ola", "wrong", Optional.empty()));
        operations.clear();

        bed.passwordLogin.login("ola", "Passord-A1", Optional.empty());

        assertThat(operations).containsExactly("find", "find", "find", "remove");
    }

    @Test
    void aRequestWithACookieTakesOne() {
        String cookie = bed.passwordLogin.login("ola", "Passord-A1", Optional.empty());
        operations.clear();

        bed.sessions.resume(cookie);

        assertThat(operations).containsExactly("find");
    }
}
