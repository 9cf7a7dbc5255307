package no.altinn.local.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.platform.http.Answer;

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
        assertThat(TokenAnswer.refusing(OAuthError.invalidGrant("Used before")))
                .isEqualTo(
                        new Answer(
                                400,
                                UNCACHED_JSON,
                                "{\"error\":\"invalid_grant\",\"error_description\":\"invalid_grant: Used before\"}"));
    }

    @Test
    void anErrorHasItsOwnStatus() {
        assertThat(TokenAnswer.refusing(OAuthError.invalidClient("Unknown")).status())
                .isEqualTo(401);
        assertThat(TokenAnswer.refusing(OAuthError.temporarilyUnavailable("Later")).status())
                .isEqualTo(503);
    }
}
