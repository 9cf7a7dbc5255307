package no.altinn.rest.endpoint.login;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.rest.door.DoorBed;
import no.altinn.rest.door.DoorBed.Answer;
import no.altinn.rest.login.KnownPersons;
import no.altinn.rest.login.LoginBed;
import no.altinn.rest.login.PasswordLogin;
import no.altinn.testing.log.CapturedLog;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.time.Duration;

class PasswordRoutesTest {
    private static final String LOGIN = "authentication/authenticatewithpassword";
    private static final String CERTIFICATE =
            "Enterprise certificate authentication failed, verify that the supplied certificate is"
                    + " valid";
    private static final String SET_COOKIE =
            "\\.ASPXAUTH=[0-9A-F]+; path=/; HttpOnly; secure; SameSite=None";

    private final LoginBed bed = new LoginBed();
    private final DoorBed door =
            DoorBed.of(new PasswordRoutes(bed.passwordLogin, DoorBed.BASE, true));

    private Answer login(String name, String password) {
        return door.post(
                        LOGIN,
                        "{\"UserName\":\"%s\",\"UserPassword\":\"%s\"}".formatted(name, password))
                .without("ApiKey")
                .answer();
    }

    private Answer login(String name, String password, String certificate) {
        return door.post(
                        LOGIN + "?ForceEIAuthentication",
                        "{\"UserName\":\"%s\",\"UserPassword\":\"%s\"}".formatted(name, password))
                .with("X-ARR-ClientCert", certificate)
                .answer();
    }

    private void assertLoggedIn(Answer answer, int userId, int level) {
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("Set-Cookie")).matches(SET_COOKIE).doesNotContain(",");
        String value = answer.header("Set-Cookie").replaceFirst("\\.ASPXAUTH=([^;]+);.*", "$1");
        assertThat(bed.sessions.resume(value).orElseThrow().user())
                .satisfies(
                        user -> {
                            assertThat(user.userId()).isEqualTo(userId);
                            assertThat(user.level()).isEqualTo(level);
                        });
    }

    @ParameterizedTest
    @CsvSource({
        "ola, Passord-A1, 20000001",
        "OLA, Passord-A1, 20000001",
        "01909012345, Passord-A1, 20000001",
        "Kari, Passord-B1, 20000002",
        "02909012346, Passord-B1, 20000002"
    })
    void aPersonLogsInByNameOrNationalNumber(String name, String password, int userId) {
        assertLoggedIn(login(name, password), userId, 1);
    }

    @ParameterizedTest
    @CsvSource({
        "ola, Passord-B1",
        "ola, passord-a1",
        "kari, Passord-A1",
        "01909012345, Passord-B1",
        "02909012346, Passord-A1",
        "nobody, Passord-A1",
        "01010112345, Passord-A1",
        "u20000001, Passord-A1",
        "a b/c, Passord-A1"
    })
    void everyOtherLoginIsRefusedInTheSameWords(String name, String password) {
        Answer answer = login(name, password);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.reason()).isEqualTo("Invalid user name or password");
        assertThat(answer.body()).contains("\"ErrorMessage\":\"Invalid user name or password\"");
        assertThat(answer.header("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json|{UserName:'ola',UserPassword:'Passord-A1'}",
                "application/hal+json|{\"username\":\"ola\",\"USERPASSWORD\":\"Passord-A1\"}",
                "text/xml|<Login><UserName>ola</UserName><UserPassword>Passord-A1</UserPassword>"
                        + "</Login>"
            })
    void theBodyIsReadAsOldClientsSendIt(String type, String body) {
        Answer answer =
                door.post(LOGIN, body)
                        .with("Content-Type", type)
                        .with("ApiKey", "")
                        .accepting("application/octet-stream")
                        .answer();

        assertLoggedIn(answer, LoginBed.OLA, 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|The member 'UserName' is missing.",
                "{\"UserName\":\"ola\"}|The member 'UserPassword' is missing."
            })
    void aBodyWithoutNameOrPasswordIsRefused(String body, String reason) {
        Answer answer = door.post(LOGIN, body).answer();

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.reason()).isEqualTo(reason);
    }

    @Test
    void whatIsTooLongIsNotHashed() {
        assertThat(login("ola", "x".repeat(201)).status()).isEqualTo(400);
        assertThat(login("x".repeat(201), "Passord-A1").status()).isEqualTo(400);
        assertThat(login("ola", "x".repeat(20_000)).status()).isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ola", "nobody", "01909012345", "01010112345"})
    void fiveFailuresLockANameWhetherItIsKnownOrNot(String name) {
        for (int i = 0; i < 5; i++) {
            assertThat(login(name, "wrong").status()).isEqualTo(401);
        }
        Answer locked = login(name, "Passord-A1");

        assertThat(locked.status()).isEqualTo(429);
        assertThat(locked.header("Retry-After")).isEqualTo("60");
        assertThat(locked.body()).contains("Too many failed logins");
        assertLoggedIn(login("kari", "Passord-B1"), LoginBed.KARI, 1);

        bed.clock.advance(Duration.ofMillis(59_001));
        assertThat(login(name, "Passord-A1").header("Retry-After")).isEqualTo("1");
        bed.clock.advance(Duration.ofMillis(999));
        assertThat(login(name, "wrong").status()).isEqualTo(401);
        assertThat(login(name, "Passord-A1").header("Retry-After")).isEqualTo("120");
    }

    @Test
    void successClearsTheFailures() {
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 4; i++) {
                login("ola", "wrong");
            }
            assertLoggedIn(login("ola", "Passord-A1"), LoginBed.OLA, 1);
        }
    }

    @Test
    void anEnterpriseUserLogsInWithSecretAndCertificateAtLevel3() {
        assertLoggedIn(
                login("System310", "Passord-E1", bed.authority.base64(bed.authority.draft())),
                1_500_000_001,
                3);
    }

    @Test
    void theCertificateIsLookedAtBeforeTheSecret() {
        String others = bed.authority.base64(bed.authority.draft().organisation("NTRNO-310000002"));
        for (Answer answer :
                new Answer[] {
                    login("system310", "Passord-E1"),
                    login("system310", "wrong"),
                    login("system310", "Passord-E1", "AAAA"),
                    login("system310", "wrong", "AAAA"),
                    login("system310", "Passord-E1", others),
                    login("system310", "wrong", others),
                    login("system310", "wrong", others)
                }) {
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.reason()).isEqualTo(CERTIFICATE);
        }
        // No secret was tried, so the name is not locked.
        assertThat(login("system310", "wrong", bed.authority.base64(bed.authority.draft())))
                .satisfies(
                        answer ->
                                assertThat(answer.reason())
                                        .isEqualTo("Invalid user name or password"));
    }

    @Test
    void aCertificateMakesAPersonNoSurer() {
        assertLoggedIn(
                login("ola", "Passord-A1", bed.authority.base64(bed.authority.draft())),
                LoginBed.OLA,
                1);
        assertLoggedIn(login("ola", "Passord-A1", "AAAA"), LoginBed.OLA, 1);
    }

    @Test
    void withoutAFrontNoCertificateIsBelieved() {
        DoorBed bare = DoorBed.of(new PasswordRoutes(bed.passwordLogin, DoorBed.BASE, false));

        Answer answer =
                bare.post(LOGIN, "{\"UserName\":\"system310\",\"UserPassword\":\"Passord-E1\"}")
                        .with("X-ARR-ClientCert", bed.authority.base64(bed.authority.draft()))
                        .answer();

        assertThat(answer.reason()).isEqualTo(CERTIFICATE);
    }

    @Test
    void aCookieOverPlainHttpIsOneThatBrowsersTake() {
        DoorBed plain =
                DoorBed.of(
                        new PasswordRoutes(
                                bed.passwordLogin, URI.create("http://localhost:7071/"), true));

        assertThat(
                        plain.post(LOGIN, "{\"UserName\":\"ola\",\"UserPassword\":\"Passord-A1\"}")
                                .answer()
                                .header("Set-Cookie"))
                .matches("\\.ASPXAUTH=[0-9A-F]+; path=/; HttpOnly; SameSite=Lax");
    }

    @Test
    void aLogoutClearsTheCookie() {
        Answer answer = door.ask("POST", "authentication/logout").without("ApiKey").answer();

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.header("Set-Cookie"))
                .isEqualTo(".ASPXAUTH=; path=/; HttpOnly; secure; SameSite=None; Max-Age=0");
    }

    @Test
    void aProfileThatIsAwayIsNoWrongPassword() {
        bed.profiles.goAway();

        assertThat(login("ola", "Passord-A1").status()).isEqualTo(503);
        assertThat(login(KnownPersons.A, "wrong").status()).isEqualTo(503);
    }

    @Test
    void noSecretReachesTheLog() {
        try (CapturedLog refusals = CapturedLog.debugging(LoginRefusals.class);
                CapturedLog rules = CapturedLog.debugging(PasswordLogin.class)) {
            String certificate = bed.authority.base64(bed.authority.draft());
            login(KnownPersons.A, "Hemmelig-1");
            login("system310", "Hemmelig-1", "AAAA");
            login("system310", "Hemmelig-1", certificate);

            assertThat(refusals.lines()).isNotEmpty();
            assertThat(refusals.lines().toString() + rules.lines())
                    .doesNotContain("Hemmelig")
                    .doesNotContain(KnownPersons.A)
                    .doesNotContain(certificate);
        }
    }
}
