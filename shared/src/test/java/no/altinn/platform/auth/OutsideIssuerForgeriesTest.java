package no.altinn.platform.auth;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import no.altinn.platform.jose.InvalidToken;
import no.altinn.testing.forgery.Forgeries;
import no.altinn.testing.forgery.Forgery;
import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Set;
import java.util.stream.Stream;

/** Addresses that look like an issuer's; on loopback there are no encrypted ones to try. */
class OutsideIssuerForgeriesTest {
    // Tokens §5: exact but for a slash at the end.
    private static final Set<String> SAME =
            Set.of("iss: its end gone", "iss: without its last slash");

    private static final OutsideTokens TOKENS =
            new OutsideTokens("https://maskinporten.no/", MutableClock.at("2026-01-02T03:04:05Z"));

    static Stream<Forgery> forgeries() {
        return Forgeries.ofIssuer(TOKENS.genuine(OutsideTokens.organisation("991825827", "a")))
                .stream()
                .filter(forgery -> !SAME.contains(forgery.name()));
    }

    @ParameterizedTest
    @MethodSource("forgeries")
    void isRefused(Forgery forgery) {
        assertThatExceptionOfType(InvalidToken.class)
                .isThrownBy(() -> TOKENS.issuer().verify(forgery.token()));
    }
}
