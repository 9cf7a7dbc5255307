package no.altinn.local.idporten;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.local.oauth.OAuthError;
import no.altinn.local.testdata.Bundled;
import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

class AuthorizationCodesTest {
    private final MutableClock clock = MutableClock.at("2026-11-22T10:00:00Z");
    private final AuthorizationCodes codes = new AuthorizationCodes(clock);
    private Login login;

    @BeforeEach
    void logIn() throws OAuthError {
        ReturnAddress back =
                new ReturnAddress(
                        "my-app", RedirectUri.of("https://client.example/"), "", Provider.ISSUER);
        AuthorizationRequest request =
                new AuthorizationRequest(
                        back,
                        "openid",
                        "",
                        new PkceChallenge(Provider.CHALLENGE),
                        Assurance.HIGH,
                        "nb");
        login =
                new Login(
                        request, Bundled.parties().persons().get(0), clock.instant(), "a-session");
    }

    @Test
    void aCodeStandsForItsLoginOnce() {
        String code = codes.issue(login);

        assertThat(codes.redeem(code)).contains(login);
        assertThat(codes.redeem(code)).isEmpty();
    }

    @Test
    void aCodeExpires() {
        String code = codes.issue(login);
        clock.advance(AuthorizationCodes.LIFETIME);

        assertThat(codes.redeem(code)).isEmpty();
    }

    @Test
    void codesThatExpiredMakeRoomWithoutTouchingOthers() {
        codes.issue(login);
        clock.advance(Duration.ofSeconds(30));
        String later = codes.issue(login);
        clock.advance(Duration.ofSeconds(30));
        codes.issue(login);

        assertThat(codes.redeem(later)).isPresent();
    }

    @Test
    void theOldestOfTooManyStopsToWork() {
        List<String> issued = new ArrayList<>();
        for (int i = 0; i <= AuthorizationCodes.MOST; i++) {
            issued.add(codes.issue(login));
        }

        assertThat(new HashSet<>(issued)).hasSameSizeAs(issued);
        assertThat(codes.redeem(issued.get(0))).isEmpty();
        assertThat(issued.subList(1, issued.size()))
                .allSatisfy(code -> assertThat(codes.redeem(code)).isPresent());
    }

    @Test
    void aLoginsTextNamesNobody() {
        assertThat(login).hasToString("Login[a-session]");
    }
}
