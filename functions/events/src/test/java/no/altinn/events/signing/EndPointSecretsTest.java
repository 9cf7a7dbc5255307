package no.altinn.events.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import no.altinn.events.subscription.Serving;
import no.altinn.events.subscription.Subscription;
import no.altinn.events.subscription.UnknownSubscription;
import no.altinn.events.subscription.WrongDeliveryMode;
import no.altinn.platform.client.Unavailable;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

final class EndPointSecretsTest {
    private static final Duration DAY = Duration.ofDays(1);

    private final SigningBed bed = new SigningBed();
    private final SigningBed.Worker process = bed.process();
    private final EndPointSecrets secrets = process.secrets;

    private static Rotation to(Scheme scheme, Duration overlap) {
        return new Rotation(Optional.of(scheme), overlap);
    }

    private static Rotation in(Duration overlap) {
        return new Rotation(Optional.empty(), overlap);
    }

    @Test
    void aSubscriptionGetsItsKeyWhenItIsMade() {
        secrets.begin(bed.keyless(7));

        assertThat(KeyRings.of(bed.stored(7)).keys()).hasSize(1);
        assertThat(secrets.show(bed.stored(7)).forVerifying()).startsWith("whsec_").hasSize(50);
        assertThat(secrets.show(bed.stored(7)).scheme()).isEqualTo(Scheme.V1);
        assertThat(secrets.show(bed.stored(7)).created()).isEqualTo(SigningBed.NOW);
        assertThat(secrets.show(bed.stored(7)).previousExpires()).isEmpty();
    }

    @Test
    void beginningAgainKeepsTheKey() {
        secrets.begin(bed.keyless(7));
        Subscription first = bed.stored(7);
        secrets.begin(first);

        assertThat(bed.stored(7)).isEqualTo(first);
    }

    @Test
    void aSubscriptionThatIsRemovedWhileItIsMadeNeedsNoKey() {
        Subscription made = bed.keyless(7);
        assertThat(bed.subscriptions.remove(7)).isTrue();

        assertThatCode(() -> secrets.begin(made)).doesNotThrowAnyException();
        assertThat(bed.subscriptions.find(7)).isEmpty();
    }

    @Test
    void anOlderSubscriptionGetsItsKeyAtItsFirstUse() {
        String shown = secrets.show(bed.keyless(7)).forVerifying();

        assertThat(bed.process().secrets.show(bed.stored(7)).forVerifying()).isEqualTo(shown);
    }

    @Test
    void ofTwoFirstUsesOneKeyCounts() {
        Subscription seenByBoth = bed.keyless(7);
        String first = secrets.show(seenByBoth).forVerifying();

        assertThat(bed.process().secrets.show(seenByBoth).forVerifying()).isEqualTo(first);
    }

    @Test
    void withoutTheVaultASubscriptionIsMadeAllTheSame() {
        bed.wrapping.setAway(true);
        secrets.begin(bed.keyless(7));

        assertThat(bed.stored(7).serving().keys()).isEmpty();
        bed.wrapping.setAway(false);
        bed.clock.advance(Duration.ofSeconds(5));
        assertThat(secrets.show(bed.stored(7)).forVerifying()).startsWith("whsec_");
    }

    @Test
    void theStoreHoldsNoKeyThatCanBeRead() {
        String secret = secrets.show(bed.keyless(7)).forVerifying();

        assertThat(bed.stored(7).serving().keys())
                .contains("\"scheme\":\"v1\"")
                .doesNotContain(secret.substring("whsec_".length()));
    }

    @Test
    void aRotationShowsTheNewKeyAndWhenTheOldOneEnds() {
        String old = secrets.show(bed.keyless(7)).forVerifying();
        EndPointSecret rotated = secrets.rotate(bed.stored(7), in(DAY));

        assertThat(rotated.forVerifying()).startsWith("whsec_").isNotEqualTo(old);
        assertThat(rotated.previousExpires()).contains(SigningBed.NOW.plus(DAY));
        assertThat(secrets.show(bed.stored(7)).forVerifying()).isEqualTo(rotated.forVerifying());
        bed.clock.advance(DAY);
        assertThat(secrets.show(bed.stored(7)).previousExpires()).isEmpty();
    }

    @Test
    void aRotationKeepsTheSchemeUnlessAnotherIsWanted() {
        secrets.rotate(bed.keyless(7), to(Scheme.V1A, DAY));

        assertThat(secrets.rotate(bed.stored(7), in(DAY)).scheme()).isEqualTo(Scheme.V1A);
        assertThat(secrets.rotate(bed.stored(7), to(Scheme.V1, DAY)).scheme()).isEqualTo(Scheme.V1);
        assertThat(secrets.rotate(bed.stored(7), in(DAY)).scheme()).isEqualTo(Scheme.V1);
    }

    @Test
    void betweenSchemesTheOldKeySignsAlongToo() {
        secrets.show(bed.keyless(7));
        secrets.rotate(bed.stored(7), to(Scheme.V1A, DAY));

        assertThat(KeyRings.of(bed.stored(7)).validAt(SigningBed.NOW))
                .extracting(SealedKey::scheme)
                .containsExactly(Scheme.V1A, Scheme.V1);
    }

    @Test
    void anEd25519KeyIsShownByItsPublicHalfAndOnAPage() {
        EndPointSecret rotated = secrets.rotate(bed.keyless(7), to(Scheme.V1A, DAY));

        assertThat(rotated.forVerifying()).startsWith("whpk_");
        assertThat(rotated.page()).matches("[a-zA-Z0-9_-]{22}");
        assertThat(process.published.find(rotated.page()).orElseThrow())
                .extracting(PublicHalf::text)
                .containsExactly(rotated.forVerifying());
    }

    @Test
    void thePageStaysTheSameAndShowsWhatIsValid() {
        String page = secrets.rotate(bed.keyless(7), to(Scheme.V1A, DAY)).page();
        EndPointSecret second = secrets.rotate(bed.stored(7), in(DAY));

        assertThat(second.page()).isEqualTo(page);
        assertThat(process.published.find(page).orElseThrow()).hasSize(2);
        bed.clock.advance(DAY);
        assertThat(process.published.find(page).orElseThrow())
                .extracting(PublicHalf::text)
                .containsExactly(second.forVerifying());
        secrets.rotate(bed.stored(7), to(Scheme.V1, Duration.ZERO));
        assertThat(process.published.find(page)).contains(List.of());
    }

    @Test
    void pagesThatNobodyHasAreNotFound() {
        secrets.show(bed.keyless(7));

        for (String none : List.of("", "a", "A".repeat(22), "../keys", "A".repeat(500))) {
            assertThat(process.published.find(none)).isEmpty();
        }
    }

    @Test
    void thePageOfARemovedSubscriptionIsClosed() {
        String page = secrets.rotate(bed.keyless(7), to(Scheme.V1A, DAY)).page();
        Subscription last = bed.stored(7);
        bed.subscriptions.remove(7);
        process.index.changed(last);

        assertThat(process.published.find(page)).isEmpty();
        secrets.forget(last);
        assertThat(bed.records.names()).containsExactly("data-keys");
    }

    @Test
    void whatCannotBeForgottenNowDoesNotKeepASubscription() {
        secrets.rotate(bed.keyless(7), to(Scheme.V1A, DAY));
        bed.records.setAway(true);

        secrets.forget(bed.stored(7));
    }

    @Test
    void aRefusedRotationLeavesNoPageBehind() {
        secrets.show(bed.keyless(7));
        for (int i = 0; i < 4; i++) {
            secrets.rotate(bed.stored(7), in(DAY));
        }

        assertThatThrownBy(() -> secrets.rotate(bed.stored(7), to(Scheme.V1A, DAY)))
                .isInstanceOf(TooManyKeys.class);
        assertThat(bed.records.names()).containsExactly("data-keys");
    }

    @Test
    void twoFirstEd25519KeysShareOnePage() {
        Subscription seenByBoth = bed.keyless(7);
        String page = secrets.rotate(seenByBoth, to(Scheme.V1A, DAY)).page();

        assertThat(bed.process().secrets.rotate(seenByBoth, to(Scheme.V1A, DAY)).page())
                .isEqualTo(page);
        assertThat(bed.records.names()).containsExactlyInAnyOrder("data-keys", "set-" + page);
    }

    @Test
    void aRotationThatOthersChangeUnderneathIsDoneOnTopOfTheirs() {
        Subscription seen = bed.keyless(7);
        secrets.show(seen);
        bed.process().secrets.rotate(bed.stored(7), in(DAY));

        secrets.rotate(seen, in(DAY));

        assertThat(KeyRings.of(bed.stored(7)).validAt(SigningBed.NOW)).hasSize(3);
    }

    @Test
    void aRotationChangesNothingElse() {
        Subscription paced =
                bed.keyless(7).served(Serving.NEW.withRatePerMinute(OptionalInt.of(60)));
        bed.subscriptions.put(paced);
        secrets.rotate(paced, in(DAY));

        assertThat(bed.stored(7).served(Serving.NEW)).isEqualTo(paced.served(Serving.NEW));
        assertThat(bed.stored(7).serving().ratePerMinute()).hasValue(60);
    }

    @Test
    void aPullSubscriptionHasNoSecret() {
        Subscription pulled = pulled();

        assertThatThrownBy(() -> secrets.show(pulled))
                .isInstanceOf(WrongDeliveryMode.class)
                .hasMessage("A pull subscription has no endpoint.");
        assertThatThrownBy(() -> secrets.rotate(pulled, in(DAY)))
                .isInstanceOf(WrongDeliveryMode.class);
        secrets.begin(pulled);
        assertThat(bed.stored(8).serving().keys()).isEmpty();
    }

    private Subscription pulled() {
        Subscription push = bed.keyless(8);
        Subscription pulled =
                new Subscription(
                        8,
                        Optional.empty(),
                        push.filters(),
                        push.consumer(),
                        push.created(),
                        push.validation(),
                        Serving.NEW);
        bed.subscriptions.put(pulled);
        return pulled;
    }

    @Test
    void aRemovedSubscriptionGetsNoKey() {
        Subscription gone = bed.keyless(7);
        bed.subscriptions.remove(7);

        assertThatThrownBy(() -> secrets.show(gone)).isInstanceOf(UnknownSubscription.class);
    }

    @ParameterizedTest
    @EnumSource
    void withoutTheVaultNothingIsShownOrRotated(Scheme scheme) {
        secrets.rotate(bed.keyless(7), to(scheme, DAY));
        bed.clock.advance(Duration.ofHours(1));
        bed.wrapping.setAway(true);

        assertThatThrownBy(() -> secrets.show(bed.stored(7))).isInstanceOf(Unavailable.class);
        assertThatThrownBy(() -> secrets.rotate(bed.stored(7), in(DAY)))
                .isInstanceOf(Unavailable.class);
        assertThat(KeyRings.of(bed.stored(7)).keys()).hasSize(1);
    }

    @Test
    void theTextOfASecretTellsNothingOfIt() {
        EndPointSecret secret = secrets.show(bed.keyless(7));

        assertThat(secret.toString()).isEqualTo("EndPointSecret[v1, 2026-01-02T03:04:05.678Z]");
        assertThat(bed.stored(7).toString())
                .doesNotContain(secret.forVerifying().substring("whsec_".length()));
    }
}
