package no.altinn.platform.keyfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import no.altinn.platform.jose.TestSigningKeys;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Arrays;
import java.util.Map;

class KeyBundleTest {
    @Test
    void whatWasWrittenIsRead() {
        KeyBundle keys = TestKeyFiles.complete();

        assertThat(KeyBundle.read(keys.pkcs12())).isEqualTo(keys);
    }

    @Test
    void nothingIsWrittenAndReadToo() {
        assertThat(KeyBundle.read(KeyBundle.EMPTY.pkcs12())).isEqualTo(KeyBundle.EMPTY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not a key store", "-----BEGIN PRIVATE KEY-----"})
    void anythingElseIsRefused(String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);

        assertThatIllegalArgumentException().isThrownBy(() -> KeyBundle.read(bytes));
    }

    @Test
    void aFileThatBreaksOffIsRefused() {
        byte[] whole = TestKeyFiles.complete().pkcs12();
        byte[] half = Arrays.copyOf(whole, whole.length / 2);

        assertThatIllegalArgumentException().isThrownBy(() -> KeyBundle.read(half));
    }

    @Test
    void aKeyOfAnotherKindIsRefused() throws Exception {
        KeyPair pair = TestSigningKeys.pair("EC", 256);
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        Certificate other = TestSigningKeys.create().certificate();
        store.setKeyEntry("a", pair.getPrivate(), "local".toCharArray(), new Certificate[] {other});
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        store.store(content, "local".toCharArray());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> KeyBundle.read(content.toByteArray()));
    }

    @Test
    void keysAreNotShown() {
        KeyBundle keys = new KeyBundle(Map.of("a", TestSigningKeys.create()), Map.of());

        assertThat(keys).hasToString("KeyBundle[signing=[a], secret=[]]");
    }
}
