package no.altinn.rest.endpoint.login;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.rest.door.DoorBed;
import no.altinn.rest.door.DoorBed.Answer;
import no.altinn.rest.login.LoginBed;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Optional;

class PrivateUserRoutesTest {
    private final LoginBed bed = new LoginBed();
    private final DoorBed door = DoorBed.of(new PrivateUserRoutes(bed.personPasswords));

    private Answer put(String userId, String body) {
        return door.put("private/users/" + userId, body)
                .without("ApiKey")
                .with("PlatformAccessToken", "good")
                .answer();
    }

    private static String body(String name, String password) {
        return "{\"UserName\":\"%s\",\"Password\":\"%s\"}".formatted(name, password);
    }

    @Test
    void aPersonGetsANameAndAPassword() {
        String before = bed.passwordLogin.login("ola", "Passord-A1", Optional.empty());

        assertThat(put("20000001", body("nils", "Passord-A2")).status()).isEqualTo(204);

        assertThat(bed.passwordLogin.login("nils", "Passord-A2", Optional.empty())).isNotEmpty();
        assertThat(bed.sessions.resume(before)).isEmpty();
        assertThat(bed.users.named("ola")).isEmpty();
    }

    @Test
    void withoutAPlatformAccessTokenNothingIsChanged() {
        Answer answer = door.put("private/users/20000001", body("nils", "Passord-A2")).answer();

        assertThat(answer.status()).isEqualTo(401);
        assertThat(bed.users.named("nils")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "0", "-1", "x", "1500000001", "99999999999"})
    void whoIsNoUserIsNotFound(String userId) {
        assertThat(put(userId, body("nils", "Passord-A2")).status()).isEqualTo(404);
    }

    @Test
    void theBodyIsReadBeforeTheUserIsLookedFor() {
        assertThat(put("x", "{").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "kari, Passord-A2, The user name is taken",
        "System310, Passord-A2, The user name is taken",
        "ola, Passord, Password must be of 8 to 200 characters",
        "02909012346, Passord-A2, 'UserName must be 1 to 64 letters, digits or any of ._@+-, and no"
                + " national number'"
    })
    void aNameOrPasswordThatCannotBeHadIsRefused(String name, String password, String reason) {
        Answer answer = put("20000001", body(name, password));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.reason()).isEqualTo(reason);
        assertThat(bed.passwordLogin.login("ola", "Passord-A1", Optional.empty())).isNotEmpty();
    }

    @Test
    void aBodyMustHaveBoth() {
        assertThat(put("20000001", "{\"UserName\":\"ola\"}").status()).isEqualTo(400);
        assertThat(put("20000001", "{\"Password\":\"Passord-A2\"}").status()).isEqualTo(400);
        assertThat(put("20000001", body("ola", "x".repeat(201))).status()).isEqualTo(400);
    }
}
