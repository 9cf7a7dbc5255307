package no.altinn.events.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import no.altinn.events.subscription.Subscription;
import no.altinn.platform.client.Unavailable;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

final class RotateDataKeysTest {
    private static final Duration NIGHT = Duration.ofDays(1);

    private final SigningBed bed = new SigningBed();
    private final SigningBed.Worker process = bed.process();

    private void subscribe(int many) {
        IntStream.rangeClosed(1, many).forEach(id -> process.secrets.begin(bed.keyless(id)));
    }

    private void nights(int many) {
        for (int night = 0; night < many; night++) {
            bed.clock.advance(NIGHT);
            process.rotation.step();
        }
    }

    private DataKeyList list() {
        return process.file.read().list();
    }

    /** The data keys that subscriptions name. */
    private Set<String> named() {
        Set<String> named = new TreeSet<>();
        for (Subscription subscription : bed.subscriptions.all()) {
            KeyRings.of(subscription).keys().forEach(key -> named.add(key.seal().dataKey()));
        }
        return named;
    }

    @Test
    void forNinetyDaysNothingChanges() {
        subscribe(2);
        DataKeyList before = list();
        nights(89);

        assertThat(list()).isEqualTo(before);
    }

    @Test
    void afterNinetyDaysANewDataKeyEncryptsAndTheOldOneIsKept() {
        subscribe(1);
        String old = list().newest().id();
        nights(90);

        assertThat(list().keys()).extracting(DataKey::id).contains(old).hasSize(2);
        assertThat(list().newest().id()).isNotEqualTo(old);
        assertThat(named()).containsExactly(old);
    }

    @Test
    void theNightAfterEverythingIsEncryptedAnewAndNoKeyHasChanged() {
        subscribe(250);
        String secret = process.secrets.show(bed.stored(250)).forVerifying();
        nights(91);

        assertThat(named()).containsExactly(list().newest().id());
        assertThat(list().keys()).hasSize(2);
        assertThat(process.secrets.show(bed.stored(250)).forVerifying()).isEqualTo(secret);
    }

    @Test
    void theNightAfterThatTheOldDataKeyIsForgotten() {
        subscribe(3);
        nights(92);

        assertThat(list().keys()).hasSize(1);
        assertThat(bed.process().secrets.show(bed.stored(3)).forVerifying()).startsWith("whsec_");
    }

    @Test
    void keysThatSignAlongAreEncryptedAnewToo() {
        subscribe(1);
        nights(90);
        process.secrets.rotate(
                bed.stored(1), new Rotation(Optional.of(Scheme.V1A), Duration.ofDays(7)));
        nights(1);

        assertThat(KeyRings.of(bed.stored(1)).keys())
                .hasSize(2)
                .allSatisfy(
                        key -> assertThat(key.seal().dataKey()).isEqualTo(list().newest().id()));
    }

    @Test
    void aStepThatTheVaultInterruptsGoesOnTheNextNight() {
        subscribe(250);
        nights(90);
        bed.clock.advance(NIGHT);
        bed.wrapping.setAway(true);
        assertThatThrownBy(process.rotation::step).isInstanceOf(Unavailable.class);
        bed.wrapping.setAway(false);

        nights(1);

        assertThat(named()).containsExactly(list().newest().id());
        assertThat(list().reSealing().ended()).isPresent();
    }

    @Test
    void whatOneNightDidNotDoTheNextOneGoesOnWith() {
        subscribe(3);
        nights(90);
        DataKeyFile.Kept kept = process.file.read();
        assertThat(process.file.write(kept, kept.list().at(ReSealing.BEGINNING.upTo(2))))
                .isPresent();
        nights(1);

        assertThat(KeyRings.of(bed.stored(3)).keys().get(0).seal().dataKey())
                .isEqualTo(list().newest().id());
        assertThat(KeyRings.of(bed.stored(2)).keys().get(0).seal().dataKey())
                .isNotEqualTo(list().newest().id());
    }

    @Test
    void oneNightsStepEndsInTime() {
        subscribe(250);
        nights(90);
        bed.clock.advance(NIGHT);
        // Each look-up of a page takes three minutes.
        bed.subscriptions.onPage(() -> bed.clock.advance(Duration.ofMinutes(3)));
        process.rotation.step();

        assertThat(list().reSealing()).isEqualTo(ReSealing.BEGINNING.upTo(100));
    }

    @Test
    void aLostKeyKeepsNoOtherFromBeingEncrypted() {
        subscribe(3);
        bed.subscriptions.put(bed.stored(2).served(bed.stored(1).serving()));
        nights(91);

        assertThat(list().reSealing().ended()).isPresent();
        assertThat(KeyRings.of(bed.stored(3)).keys().get(0).seal().dataKey())
                .isEqualTo(list().newest().id());
    }

    @Test
    void subscriptionsWithoutAKeyAreLeftAsTheyAre() {
        subscribe(1);
        bed.keyless(2);
        nights(91);

        assertThat(bed.stored(2).serving().keys()).isEmpty();
    }

    @Test
    void afterANewVersionOfTheVaultsKeyEveryDataKeyIsWrappedAnew() {
        subscribe(1);
        String secret = process.secrets.show(bed.stored(1)).forVerifying();
        nights(90);
        bed.wrapping.setVersion("v2");
        nights(1);

        assertThat(list().keys())
                .hasSize(2)
                .allSatisfy(key -> assertThat(key.wrapped().wrappedBy()).isEqualTo("v2"));
        assertThat(bed.process().secrets.show(bed.stored(1)).forVerifying()).isEqualTo(secret);
    }

    @Test
    void withoutSubscriptionsThereIsAKeyForTheFirst() {
        process.rotation.step();

        assertThat(list().keys()).hasSize(1);
    }

    @Test
    void twoStepsInOneNightDoNoMoreThanOne() {
        subscribe(1);
        nights(90);
        DataKeyList after = list();
        bed.process().rotation.step();

        assertThat(list()).isEqualTo(after);
    }
}
