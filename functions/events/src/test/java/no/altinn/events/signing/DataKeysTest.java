package no.altinn.events.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import no.altinn.platform.client.Unavailable;
import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.Test;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

import javax.crypto.SecretKey;

final class DataKeysTest {
    private final MutableClock clock = MutableClock.at("2026-01-01T12:00:00Z");
    private final MemoryKeyRecords records = new MemoryKeyRecords();
    private final FakeWrapping wrapping = new FakeWrapping();
    private final DataKeyFile file = new DataKeyFile(records, wrapping, new SecureRandom(), clock);
    private final DataKeys keys = process();

    private DataKeys process() {
        return new DataKeys(file, wrapping, clock);
    }

    private void startNewer() {
        DataKeyFile.Kept kept = file.read();
        assertThat(file.write(kept, kept.list().startedWith(file.created()))).isPresent();
    }

    @Test
    void whoeverNeedsAKeyFirstMakesItAndTheOthersFindIt() {
        String newest = keys.newest();

        assertThat(process().newest()).isEqualTo(newest);
        assertThat(process().find(newest)).isEqualTo(keys.find(newest));
        assertThat(keys.find(newest).getEncoded()).hasSize(32);
    }

    @Test
    void aKeyIsKeptWrappedOnly() {
        SecretKey key = keys.find(keys.newest());
        String base64 = Base64.getEncoder().encodeToString(key.getEncoded());

        assertThat(records.find("data-keys").orElseThrow().text())
                .contains("wrapped")
                .doesNotContain(base64);
    }

    @Test
    void anUnwrappedKeyStaysInMemoryForAnHour() {
        String id = keys.newest();
        keys.find(id);
        clock.advance(Duration.ofMinutes(59));
        wrapping.setAway(true);

        assertThat(keys.find(id)).isNotNull();
        assertThat(wrapping.unwrapped()).isEqualTo(1);
        clock.advance(Duration.ofMinutes(1));
        assertThatThrownBy(() -> keys.find(id))
                .isInstanceOf(Unavailable.class)
                .hasMessage("The vault is away");
    }

    @Test
    void whileTheVaultIsAwayItIsAskedOnceInFiveSeconds() {
        String id = keys.newest();
        wrapping.setAway(true);
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> keys.find(id)).isInstanceOf(Unavailable.class);
        }

        assertThat(wrapping.unwrapped()).isEqualTo(1);
        wrapping.setAway(false);
        clock.advance(Duration.ofSeconds(5));
        assertThat(keys.find(id)).isNotNull();
    }

    @Test
    void aNewerKeyEncryptsWithinAnHourInEveryProcess() {
        String old = keys.newest();
        startNewer();
        clock.advance(Duration.ofMinutes(59));
        assertThat(keys.newest()).isEqualTo(old);
        clock.advance(Duration.ofMinutes(1));

        assertThat(keys.newest()).isNotEqualTo(old).isEqualTo(process().newest());
    }

    @Test
    void whatAnotherProcessHasEncryptedUnderANewerKeyIsOpenedAtOnce() {
        keys.newest();
        clock.advance(Duration.ofSeconds(5));
        startNewer();

        assertThat(keys.find(process().newest())).isNotNull();
    }

    @Test
    void aKeyThatIsInNoListIsLost() {
        keys.newest();

        assertThatThrownBy(() -> keys.find("nowhere"))
                .isInstanceOf(LostKey.class)
                .hasMessage("There is no data key nowhere");
    }

    @Test
    void withoutItsStoreThereIsNoKey() {
        records.setAway(true);

        assertThatThrownBy(keys::newest).isInstanceOf(Unavailable.class);
        assertThatThrownBy(() -> keys.find("any")).isInstanceOf(Unavailable.class);
    }

    @Test
    void ofTwoThatBeginAtOnceOneCounts() {
        // The other process begins between this one's look and its write.
        KeyRecords late =
                new KeyRecords() {
                    private boolean isFirst = true;

                    @Override
                    public Optional<KeyRecord> find(String name) {
                        if (isFirst) {
                            isFirst = false;
                            return Optional.empty();
                        }
                        return records.find(name);
                    }

                    @Override
                    public boolean write(KeyRecord next) {
                        return records.write(next);
                    }

                    @Override
                    public void remove(String name) {
                        records.remove(name);
                    }
                };
        String newest = keys.newest();
        DataKeyFile second = new DataKeyFile(late, wrapping, new SecureRandom(), clock);

        assertThat(new DataKeys(second, wrapping, clock).newest()).isEqualTo(newest);
    }
}
