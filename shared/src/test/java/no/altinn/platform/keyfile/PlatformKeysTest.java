package no.altinn.platform.keyfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import no.altinn.platform.jose.PublishedKey;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.stream.Stream;

class PlatformKeysTest {
    private final PlatformKeys keys = new PlatformKeys(TestKeyFiles.complete());

    static List<String> names() {
        return Stream.concat(PlatformKeys.SIGNING.stream(), PlatformKeys.SECRET.stream()).toList();
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyKeyMustBeThere(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PlatformKeys(TestKeyFiles.without(name)))
                .withMessage("There is no key " + name);
    }

    @Test
    void theKeyThatSignsTokensIsPublishedAlone() {
        assertThat(keys.published())
                .extracting(PublishedKey::kid)
                .containsExactly(keys.current().kid());
    }

    @Test
    void everyIssuerHasTheCertificateOfAKeyOfItsOwn() {
        assertThat(PlatformKeys.ISSUERS)
                .extracting(issuer -> keys.find(issuer).orElseThrow())
                .doesNotHaveDuplicates()
                .doesNotContain(keys.current().certificate());
    }

    @ParameterizedTest
    @ValueSource(strings = {"nav", "altinn tokens", "webhooks", ""})
    void nobodyElseHasACertificate(String issuer) {
        assertThat(keys.find(issuer)).isEmpty();
    }

    @Test
    void cursorsAndCookiesAreSealedWithKeysOfTheirOwn() {
        assertThat(keys.cursorKeys().inUse())
                .hasSize(1)
                .doesNotContainAnyElementsOf(keys.cookieKeys().inUse());
    }
}
