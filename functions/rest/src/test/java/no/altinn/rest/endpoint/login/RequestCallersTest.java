package no.altinn.rest.endpoint.login;

import static no.altinn.platform.auth.OutsideTokens.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import no.altinn.platform.http.Request;
import no.altinn.rest.access.Caller;
import no.altinn.rest.access.Callers;
import no.altinn.rest.certificate.CertificateRefused;
import no.altinn.rest.door.RestError;
import no.altinn.rest.login.KnownPersons;
import no.altinn.rest.login.LoginBed;
import no.altinn.rest.login.TokenBed;
import no.altinn.testing.log.CapturedLog;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

class RequestCallersTest {
    private static final Caller.Organisation CERTIFIED =
            new Caller.Organisation("310000001", Optional.empty(), 3, Optional.empty());

    private final LoginBed bed = new LoginBed();
    private final TokenBed tokens = new TokenBed(bed);
    private final Callers callers = callers(true);

    private final String bearer =
            "Bearer "
                    + tokens.maskinporten.signed(
                            organisation(TokenBed.TTD, "a"), claims -> claims.put("x", 1));
    private final String certificate = bed.authority.base64(bed.authority.draft());
    private final String cookie =
            ".ASPXAUTH=" + bed.passwordLogin.login("ola", "Passord-A1", Optional.empty());

    private Callers callers(boolean areCertificatesTaken) {
        return new RequestCallers(
                tokens.login,
                bed.certificates,
                TokenBed::serviceOwners,
                bed.sessions,
                TokenBed.BASE,
                areCertificatesTaken,
                bed.clock);
    }

    /** A request of this query and headers, each a name and a value. */
    private static Request request(String query, String... headers) {
        Map<String, String> all = new HashMap<>();
        for (int i = 0; i < headers.length; i += 2) {
            all.put(headers[i], headers[i + 1]);
        }
        return new Request("GET", URI.create(TokenBed.BASE + "api/my/messages?" + query), all, "");
    }

    private Caller caller(String query, String... headers) {
        return callers.of(request(query, headers)).caller();
    }

    @Test
    void withoutALoginItIsNobody() {
        assertThat(caller("")).isEqualTo(new Caller.Nobody());
        assertThat(caller("ForceEIAuthentication", "Cookie", "OTHER=a; .ASPXAUTH="))
                .isEqualTo(new Caller.Nobody());
        assertThat(caller("", "Authorization", "Basic eDp5")).isEqualTo(new Caller.Nobody());
    }

    @Test
    void aBearerTokenDecidesWhateverElseComes() {
        Caller caller =
                caller(
                        "ForceEIAuthentication=",
                        "Authorization",
                        bearer,
                        "X-ARR-ClientCert",
                        certificate,
                        "Cookie",
                        cookie);

        assertThat(caller)
                .isInstanceOfSatisfying(
                        Caller.Organisation.class,
                        one -> assertThat(one.number()).isEqualTo(TokenBed.TTD));
        assertThatExceptionOfType(RestError.class)
                .isThrownBy(
                        () ->
                                caller(
                                        "ForceEIAuthentication",
                                        "Authorization",
                                        "Bearer x",
                                        "X-ARR-ClientCert",
                                        certificate,
                                        "Cookie",
                                        cookie))
                .satisfies(error -> assertThat(error.status()).isEqualTo(401))
                .withMessageStartingWith("The bearer token is not valid. ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ForceEIAuthentication",
                "ForceEIAuthentication=",
                "forceeiauthentication=true",
                "a=b&ForceEIAuthentication=false"
            })
    void aCertificateCountsWhenTheQueryAsksForIt(String query) {
        assertThat(caller(query, "X-ARR-ClientCert", certificate, "Cookie", cookie))
                .isEqualTo(CERTIFIED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a=ForceEIAuthentication", "ForceEIAuthentications"})
    void elseItDoesNot(String query) {
        assertThat(caller(query, "X-ARR-ClientCert", certificate)).isEqualTo(new Caller.Nobody());
    }

    @Test
    void withoutAFrontNoCertificateIsBelieved() {
        Request request = request("ForceEIAuthentication", "X-ARR-ClientCert", certificate);

        assertThat(callers(false).of(request).caller()).isEqualTo(new Caller.Nobody());
    }

    @Test
    void aBadCertificateDecidesBeforeTheCookie() {
        assertThatExceptionOfType(CertificateRefused.class)
                .isThrownBy(
                        () ->
                                caller(
                                        "ForceEIAuthentication",
                                        "X-ARR-ClientCert",
                                        "AAAA",
                                        "Cookie",
                                        cookie));
    }

    @Test
    void aServiceOwnersCertificateIsAServiceOwners() {
        assertThat(
                        caller(
                                "ForceEIAuthentication",
                                "X-ARR-ClientCert",
                                bed.authority.base64(
                                        bed.authority
                                                .draft()
                                                .organisation("NTRNO-" + TokenBed.TTD))))
                .isEqualTo(
                        new Caller.Organisation(
                                TokenBed.TTD, Optional.of("ttd"), 3, Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"%s;OTHER=x;", "%s", "OTHER=x; %s", "%s; path=/; HttpOnly; SameSite=None"})
    void aCookieIsFoundAmongOthers(String header) {
        assertThat(caller("", "Cookie", header.formatted(cookie)))
                .isEqualTo(
                        new Caller.User(
                                LoginBed.OLA,
                                OptionalInt.of(50000001),
                                Optional.of(KnownPersons.A),
                                Optional.empty(),
                                1,
                                Optional.empty()));
    }

    @Test
    void aCookieIsRenewedInTheAnswerWhenItIsDue() {
        assertThat(callers.of(request("", "Cookie", cookie)).setCookie()).isEmpty();
        bed.clock.advance(Duration.ofMinutes(16));

        assertThat(callers.of(request("", "Cookie", cookie)).setCookie().orElseThrow())
                .matches("\\.ASPXAUTH=[0-9A-F]+; path=/; HttpOnly; secure; SameSite=None");
    }

    @Test
    void aCookieThatHasEndedIsRefusedAndShowsBrowsersTheLogin() {
        bed.clock.advance(Duration.ofMinutes(30));

        assertThatExceptionOfType(RestError.class)
                .isThrownBy(() -> caller("", "Cookie", cookie))
                .satisfies(error -> assertThat(error.status()).isEqualTo(401));
        assertThat(caller("", "Cookie", cookie, "Accept", "text/html,*/*;q=0.8"))
                .isEqualTo(new Caller.Nobody());
    }

    @Test
    void noTokenAndNoPersonReachTheLog() {
        String token =
                tokens.idPorten.signed(
                        no.altinn.platform.auth.OutsideTokens.person("01010112345", "openid"),
                        claims -> claims.put("x", 1));
        try (CapturedLog log = CapturedLog.debugging(RequestCallers.class)) {
            assertThatExceptionOfType(RestError.class)
                    .isThrownBy(() -> caller("", "Authorization", "Bearer " + token))
                    .satisfies(
                            error -> assertThat(error.getMessage()).doesNotContain("01010112345"));

            assertThat(log.lines())
                    .singleElement()
                    .asString()
                    .contains("no user")
                    .doesNotContain(token)
                    .doesNotContain("01010112345");
        }
    }
}
