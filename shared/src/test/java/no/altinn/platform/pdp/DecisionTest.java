package no.altinn.platform.pdp;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.platform.auth.AcceptedTokens;
import no.altinn.platform.auth.AltinnToken;
import no.altinn.testing.jose.TestTokens;
import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

final class DecisionTest {
    private static final String MINIMUM = "urn:altinn:minimum-authenticationlevel";
    private static final String MINIMUM_OF_ORG = "urn:altinn:minimum-authenticationlevel-org";

    private final TestTokens tokens =
            new TestTokens(MutableClock.at(Instant.ofEpochSecond(1_800_000_000L)));

    private AltinnToken person(int level) {
        return AcceptedTokens.token(tokens, claims -> claims.put("urn:altinn:authlevel", level));
    }

    private AltinnToken org(int level) {
        return AcceptedTokens.token(
                tokens,
                claims -> claims.put("urn:altinn:authlevel", level).put("urn:altinn:org", "ttd"));
    }

    private static Decision permit(String... namesAndValues) {
        return new Decision.Permit(
                IntStream.range(0, namesAndValues.length / 2)
                        .mapToObj(
                                i ->
                                        new Obligation(
                                                namesAndValues[2 * i],
                                                "urn:altinn:obligation-assignment",
                                                namesAndValues[2 * i + 1]))
                        .toList());
    }

    @Test
    void aPermitWithoutObligationIsForEveryone() {
        AltinnToken nobody = AcceptedTokens.token(tokens, claims -> {});

        assertThat(Decision.permit().permits()).isTrue();
        assertThat(Decision.permit().permitsAtLevel(nobody)).isTrue();
    }

    @Test
    void aDenialIsForNobody() {
        assertThat(Decision.deny().permits()).isFalse();
        assertThat(Decision.deny().permitsAtLevel(org(4))).isFalse();
    }

    @Test
    void theMinimumLevelMustBeMet() {
        Decision decision = permit(MINIMUM, "3");

        assertThat(decision.permitsAtLevel(person(3))).isTrue();
        assertThat(decision.permitsAtLevel(person(4))).isTrue();
        assertThat(decision.permitsAtLevel(person(2))).isFalse();
    }

    @Test
    void aMissingLevelIsZero() {
        AltinnToken unsaid = AcceptedTokens.token(tokens, claims -> {});

        assertThat(permit(MINIMUM, "1").permitsAtLevel(unsaid)).isFalse();
        assertThat(permit(MINIMUM, "0").permitsAtLevel(unsaid)).isTrue();
    }

    @Test
    void aServiceOwnerMayMeetItsOwnMinimumInstead() {
        Decision decision = permit(MINIMUM, "4", MINIMUM_OF_ORG, "3");

        assertThat(decision.permitsAtLevel(org(3))).isTrue();
        assertThat(decision.permitsAtLevel(org(2))).isFalse();
        assertThat(decision.permitsAtLevel(person(3))).isFalse();
    }

    @Test
    void withoutItsOwnMinimumAServiceOwnerMeetsTheCommonOne() {
        assertThat(permit(MINIMUM, "3").permitsAtLevel(org(2))).isFalse();
        assertThat(permit(MINIMUM, "3").permitsAtLevel(org(3))).isTrue();
    }

    @Test
    void ofSeveralMinimaTheStrictestCounts() {
        assertThat(permit(MINIMUM, "2", MINIMUM, "4").permitsAtLevel(person(3))).isFalse();
    }

    @Test
    void aCallerIsToldTheLeastLevelThatWillDo() {
        assertThat(permit(MINIMUM, "4").levelAskedOf(person(3))).hasValue(4);
        assertThat(permit(MINIMUM, "4", MINIMUM_OF_ORG, "3").levelAskedOf(person(2))).hasValue(4);
        assertThat(permit(MINIMUM, "4", MINIMUM_OF_ORG, "3").levelAskedOf(org(2))).hasValue(3);
    }

    @Test
    void withoutALevelThatIsANumberNoneIsTold() {
        assertThat(Decision.permit().levelAskedOf(person(3))).isEmpty();
        assertThat(permit(MINIMUM, "high").levelAskedOf(person(3))).isEmpty();
        assertThat(Decision.deny().levelAskedOf(person(3))).isEmpty();
    }

    @Test
    void theNameMayStandInTheAttribute() {
        Decision decision = new Decision.Permit(List.of(new Obligation("other", MINIMUM, "3")));

        assertThat(decision.permitsAtLevel(person(2))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "high", "3.0", "99999999999"})
    void aMinimumThatCannotBeReadIsMetByNobody(String value) {
        assertThat(permit(MINIMUM, value).permitsAtLevel(person(4))).isFalse();
        assertThat(permit(MINIMUM, value).permits()).isTrue();
    }
}
