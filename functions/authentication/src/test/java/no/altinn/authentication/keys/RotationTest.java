package no.altinn.authentication.keys;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.platform.jose.SigningKeyVersion;
import no.altinn.platform.jose.TestSigningKeys;

import org.junit.jupiter.api.Test;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

class RotationTest {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final Duration YEAR = Duration.ofDays(365);
    private static final Duration SECOND = Duration.ofSeconds(1);

    /** 48 hours after every process has published it. */
    private static final Duration USED_AFTER = Duration.ofDays(2).plusMinutes(30);

    private static final KeyPair PAIR = pair();
    private final SigningKeyVersion first = made(START, YEAR);

    private static KeyPair pair() {
        try {
            return TestSigningKeys.pair("RSA", 2048);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private SigningKeyVersion made(Instant created, Duration validity) {
        return made(created, created, validity);
    }

    private SigningKeyVersion made(Instant created, Instant from, Duration validity) {
        return new SigningKeyVersion(
                TestSigningKeys.certified(PAIR, from, from.plus(validity)), created, created);
    }

    /** The same version after it was enabled or its tags were edited, which look alike. */
    private static SigningKeyVersion changed(SigningKeyVersion version, Instant at) {
        return new SigningKeyVersion(version.key(), version.created(), at);
    }

    @Test
    void theVeryFirstSignsAtOnce() {
        Rotation rotation = new Rotation(List.of(first));

        assertThat(rotation.signing(START)).contains(first);
        assertThat(rotation.published(START)).containsExactly(first);
    }

    @Test
    void aNewOneIsPublishedAtOnceAndSignsWhenItHasBeenFor48Hours() {
        Instant renewal = START.plus(Duration.ofDays(300));
        SigningKeyVersion second = made(renewal, YEAR);
        Rotation rotation = new Rotation(List.of(second, first));

        assertThat(rotation.published(renewal)).containsExactly(first, second);
        assertThat(rotation.signing(renewal)).contains(first);
        assertThat(rotation.signing(renewal.plus(USED_AFTER).minus(SECOND))).contains(first);
        assertThat(rotation.signing(renewal.plus(USED_AFTER))).contains(second);
    }

    @Test
    void theOldOneStaysPublishedUntilItsCertificateEnds() {
        SigningKeyVersion second = made(START.plus(Duration.ofDays(300)), YEAR);
        Rotation rotation = new Rotation(List.of(first, second));
        Instant end = START.plus(YEAR);

        assertThat(rotation.signing(end)).contains(second);
        assertThat(rotation.published(end)).containsExactly(first, second);
        assertThat(rotation.published(end.plus(SECOND))).containsExactly(second);
    }

    @Test
    void oneThatIsEnabledLateWaitsLikeANewOneAndTheOldStaysPublished() {
        Instant enabled = START.plus(Duration.ofDays(60));
        SigningKeyVersion second = changed(made(START.plus(Duration.ofDays(30)), YEAR), enabled);
        Rotation rotation = new Rotation(List.of(first, second));

        assertThat(rotation.signing(enabled)).contains(first);
        assertThat(rotation.published(enabled)).containsExactly(first, second);
        assertThat(rotation.signing(enabled.plus(USED_AFTER).minus(SECOND))).contains(first);
        assertThat(rotation.signing(enabled.plus(USED_AFTER))).contains(second);
        assertThat(rotation.published(enabled.plus(USED_AFTER))).containsExactly(first, second);
    }

    @Test
    void oneThatIsDisabledAndEnabledAgainWaitsAndTheOldOneThatHadStayedPublishedSigns() {
        SigningKeyVersion second = made(START.plus(Duration.ofDays(30)), YEAR);
        Instant disabled = START.plus(Duration.ofDays(60));
        Instant enabled = disabled.plus(Duration.ofHours(1));
        Rotation before = new Rotation(List.of(first, second));
        Rotation without = new Rotation(List.of(first));
        Rotation after = new Rotation(List.of(first, changed(second, enabled)));

        assertThat(before.signing(disabled)).contains(second);
        assertThat(before.published(disabled)).containsExactly(first, second);
        assertThat(without.signing(disabled)).contains(first);
        assertThat(after.signing(enabled)).contains(first);
        assertThat(after.published(enabled))
                .extracting(SigningKeyVersion::key)
                .containsExactly(first.key(), second.key());
        assertThat(after.signing(enabled.plus(USED_AFTER))).contains(changed(second, enabled));
    }

    @Test
    void theOnlyOneGoesOnSigningWhenItsTagsAreEdited() {
        Instant edited = START.plus(Duration.ofDays(60));
        SigningKeyVersion only = changed(first, edited);
        Rotation rotation = new Rotation(List.of(only));

        assertThat(rotation.signing(edited)).contains(only);
        assertThat(rotation.published(edited)).containsExactly(only);
    }

    @Test
    void whileTheTagsOfTheSigningOneAreFreshAnOlderOneSignsThatEverybodyKnows() {
        SigningKeyVersion second = made(START.plus(Duration.ofDays(30)), YEAR);
        Instant edited = START.plus(Duration.ofDays(60));
        Rotation before = new Rotation(List.of(first, second));
        Rotation after = new Rotation(List.of(first, changed(second, edited)));

        assertThat(before.published(edited.minus(USED_AFTER))).contains(first);
        assertThat(after.signing(edited)).contains(first);
        assertThat(after.published(edited)).contains(first, changed(second, edited));
    }

    @Test
    void anEditOfTheOldOnesTagsDoesNotLetTheNewOneSignEarly() {
        Instant renewal = START.plus(Duration.ofDays(300));
        Instant edited = renewal.plus(Duration.ofHours(1));
        SigningKeyVersion old = changed(first, edited);
        Rotation rotation = new Rotation(List.of(old, made(renewal, YEAR)));

        assertThat(rotation.signing(edited)).contains(old);
    }

    @Test
    void anEditOfTheOldOnesTagsDoesNotMakeItSignAgain() {
        SigningKeyVersion second = made(START.plus(Duration.ofDays(30)), YEAR);
        Instant edited = START.plus(Duration.ofDays(60));
        Rotation rotation = new Rotation(List.of(changed(first, edited), second));

        assertThat(rotation.signing(edited)).contains(second);
        assertThat(rotation.signing(edited.plus(USED_AFTER))).contains(second);
    }

    @Test
    void ofTwoThatAreBothNewTheOlderSigns() {
        SigningKeyVersion second = made(START.plus(Duration.ofHours(1)), YEAR);
        Rotation rotation = new Rotation(List.of(second, first));

        assertThat(rotation.signing(START.plus(Duration.ofHours(2)))).contains(first);
        assertThat(rotation.published(START.plus(Duration.ofHours(2))))
                .containsExactly(first, second);
    }

    @Test
    void theNewestOfThoseThatHaveBeenPublishedLongEnoughSigns() {
        SigningKeyVersion second = made(START.plus(Duration.ofDays(10)), YEAR);
        SigningKeyVersion third = made(START.plus(Duration.ofDays(20)), YEAR);
        Rotation rotation = new Rotation(List.of(second, third, first));

        assertThat(rotation.signing(START.plus(Duration.ofDays(19)))).contains(second);
        assertThat(rotation.signing(START.plus(Duration.ofDays(21)))).contains(second);
        assertThat(rotation.signing(START.plus(Duration.ofDays(23)))).contains(third);
    }

    @Test
    void oneWhoseTimeHasNotComeIsPublishedAndDoesNotSign() {
        Instant begins = START.plus(Duration.ofDays(10));
        SigningKeyVersion later = made(START.plus(SECOND), begins, YEAR);
        Rotation rotation = new Rotation(List.of(first, later));

        assertThat(rotation.signing(begins.minus(SECOND))).contains(first);
        assertThat(rotation.published(begins.minus(SECOND))).containsExactly(first, later);
        assertThat(rotation.signing(begins)).contains(later);
    }

    @Test
    void oneThatHasEndedNeitherSignsNorIsPublished() {
        Instant end = START.plus(YEAR);
        SigningKeyVersion second = made(START.plus(Duration.ofDays(364)), YEAR);
        Rotation rotation = new Rotation(List.of(first, second));

        assertThat(rotation.signing(end)).contains(first);
        assertThat(rotation.published(end)).containsExactly(first, second);
        assertThat(rotation.signing(end.plus(SECOND))).contains(second);
        assertThat(rotation.published(end.plus(SECOND))).containsExactly(second);
    }

    @Test
    void oneThatEndsBeforeItsTokensWouldSignsOnlyWhereNoOtherCan() {
        SigningKeyVersion brief = made(START.plus(Duration.ofDays(10)), Duration.ofDays(5));
        Instant late = START.plus(Duration.ofDays(14)).plus(Duration.ofHours(1));

        assertThat(new Rotation(List.of(first, brief)).signing(late)).contains(first);
        assertThat(new Rotation(List.of(brief)).signing(late)).contains(brief);
    }

    @Test
    void withoutAnyInForceNothingSigns() {
        assertThat(new Rotation(List.of()).signing(START)).isEmpty();
        assertThat(new Rotation(List.of(first)).signing(START.minus(SECOND))).isEmpty();
        assertThat(new Rotation(List.of(first)).signing(START.plus(YEAR).plus(SECOND))).isEmpty();
        assertThat(new Rotation(List.of(first)).published(START.plus(YEAR).plus(SECOND))).isEmpty();
    }

    @Test
    void processesThatReadInAnotherOrderAgree() {
        SigningKeyVersion twin = made(START, YEAR);
        Instant later = START.plus(Duration.ofDays(3));

        assertThat(new Rotation(List.of(first, twin)).signing(later))
                .isEqualTo(new Rotation(List.of(twin, first)).signing(later));
    }
}
