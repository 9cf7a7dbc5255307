package no.altinn.local.idporten;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PkceChallengeTest {
    private final PkceChallenge challenge = new PkceChallenge(Provider.CHALLENGE);

    @Test
    void theExampleOfTheStandardFits() {
        assertThat(challenge.fits(Provider.VERIFIER)).isTrue();
    }

    @Test
    void nothingElseFits() {
        assertThat(challenge.fits(Provider.CHALLENGE)).isFalse();
        assertThat(challenge.fits(Provider.VERIFIER + "a")).isFalse();
        assertThat(challenge.fits("")).isFalse();
    }
}
