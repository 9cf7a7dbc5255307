package no.altinn.local.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.platform.http.Answer;
import no.altinn.testing.log.CapturedLog;

import org.junit.jupiter.api.Test;

import java.util.Map;

class TokenAnswerTest {
    /** RFC 6749 §5.1. */
    private static final Map<String, String> UNCACHED_JSON =
            Map.of(
                    "Content-Type", "application/json",
                    "Cache-Control", "no-store",
                    "Pragma", "no-cache");

    @Test
    void tokensAreKeptByNobodyOnTheWay() {
        assertThat(TokenAnswer.of("{\"access_token\":\"a\"}"))
                .isEqualTo(new Answer(200, UNCACHED_JSON, "{\"access_token\":\"a\"}"));
    }

    @Test
    void anErrorIsToldWithItsCodeAndItsReason() {
        assertThat(TokenAnswer.refusing("Maskinporten", OAuthError.invalidGrant("Used before")))
                .isEqualTo(
                        new Answer(
                                400,
                                UNCACHED_JSON,
                                "{\"error\":\"invalid_grant\",\"error_description\":\"invalid_grant: Used before\"}"));
    }

    @Test
    void anErrorHasItsOwnStatus() {
        assertThat(
                        TokenAnswer.refusing("Maskinporten", OAuthError.invalidClient("Unknown"))
                                .status())
                .isEqualTo(401);
        assertThat(
                        TokenAnswer.refusing(
                                        "Maskinporten", OAuthError.temporarilyUnavailable("Later"))
                                .status())
                .isEqualTo(503);
    }

    @Test
    void aRefusalIsToldInOneLineOfTheLogWithoutPersonsNumbers() {
        try (CapturedLog log = CapturedLog.of(TokenAnswer.class)) {
            TokenAnswer.refusing("Maskinporten", OAuthError.invalidGrant("MP-012: Of 01909012345"));

            assertThat(log.lines())
                    .containsExactly(
                            "token refused by=Maskinporten status=400"
                                    + " reason=\"MP-012: Of ***********\"");
        }
    }
}
