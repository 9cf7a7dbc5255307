package no.altinn.platform.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import no.altinn.platform.client.Unavailable;

import org.junit.jupiter.api.Test;

import java.security.SecureRandom;
import java.util.Base64;

import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** What every {@link KeyWrapping} promises. */
public abstract class KeyWrappingContract {
    private static final SecureRandom RANDOM = new SecureRandom();

    /** The keeper of the test's RSA key, as a process knows it that starts now. */
    protected abstract KeyWrapping open();

    protected static SecretKey key() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return new SecretKeySpec(bytes, "AES");
    }

    @Test
    void whatOneProcessWrapsAnotherUnwraps() {
        SecretKey key = key();

        assertThat(open().unwrap(open().wrap(key))).isEqualTo(key);
    }

    @Test
    void theNewestVersionWraps() {
        assertThat(open().wrap(key()).wrappedBy()).isEqualTo(open().newestVersion()).isNotEmpty();
    }

    @Test
    void theSameKeyIsWrappedDifferentlyEachTime() {
        SecretKey key = key();

        assertThat(open().wrap(key)).isNotEqualTo(open().wrap(key));
    }

    @Test
    void theKeyItselfIsNotToBeSeen() {
        SecretKey key = key();
        String base64 = Base64.getEncoder().encodeToString(key.getEncoded());
        KeyWrapping wrapping = open();

        assertThat(wrapping.wrap(key).toString()).doesNotContain(base64);
        assertThat(wrapping.toString()).doesNotContain(base64);
    }

    @Test
    void bytesThatNoVersionHasWrappedAreRefused() {
        WrappedKey other = WrappedKey.of(open().newestVersion(), new byte[256]);

        assertThatThrownBy(() -> open().unwrap(other)).isInstanceOf(Unavailable.class);
    }

    @Test
    void aVersionThatIsNotThereUnwrapsNothing() {
        WrappedKey wrapped = open().wrap(key());

        assertThatThrownBy(() -> open().unwrap(new WrappedKey("gone", wrapped.base64())))
                .isInstanceOf(Unavailable.class);
    }
}
