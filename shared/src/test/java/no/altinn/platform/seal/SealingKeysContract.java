package no.altinn.platform.seal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.security.SecureRandom;

/** What every store of sealing keys gives. */
public abstract class SealingKeysContract {
    /** The keys of the test's store, as a process reads them that starts now. */
    protected abstract SealingKeys open();

    @Test
    void thereIsAKeyAndTheOneBeforeItAtMost() {
        assertThat(open().inUse()).hasSizeBetween(1, 2).doesNotHaveDuplicates();
    }

    @Test
    void everyKeyIsAnAesKeyOf256Bits() {
        assertThat(open().inUse())
                .allSatisfy(
                        key -> {
                            assertThat(key.getAlgorithm()).isEqualTo("AES");
                            assertThat(key.getEncoded()).hasSize(32);
                        });
    }

    @Test
    void whatOneProcessSealsAnotherOpens() {
        String text = new Seal(open(), new SecureRandom()).seal("/person/01909012345", "b");

        assertThat(new Seal(open(), new SecureRandom()).open(text, "b"))
                .contains("/person/01909012345");
    }
}
