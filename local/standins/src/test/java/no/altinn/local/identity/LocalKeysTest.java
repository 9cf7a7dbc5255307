package no.altinn.local.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import no.altinn.platform.jose.PublishedKey;
import no.altinn.platform.jose.SigningKey;
import no.altinn.platform.keyfile.KeyBundle;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;

import javax.crypto.SecretKey;

class LocalKeysTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @TempDir Path folder;

    private LocalKeys open() {
        return LocalKeys.open(folder.resolve("data"), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void theKeysOfTheFirstStartAreThereAtTheNext() {
        LocalKeys first = open();
        LocalKeys second = open();

        assertThat(second.current()).isEqualTo(first.current());
        assertThat(second.find("ttd")).isEqualTo(first.find("ttd"));
    }

    @Test
    void theSigningKeyIsPublished() {
        LocalKeys keys = open();

        assertThat(keys.published())
                .extracting(PublishedKey::kid)
                .containsExactly(keys.current().kid());
    }

    @Test
    void everyIssuerHasAKeyOfItsOwn() {
        LocalKeys keys = open();

        assertThat(LocalKeys.PLATFORM_ISSUERS)
                .extracting(issuer -> keys.platformIssuer(issuer).orElseThrow().kid())
                .doesNotHaveDuplicates()
                .doesNotContain(keys.current().kid());
    }

    @ParameterizedTest
    @ValueSource(strings = {"nav", "altinn tokens", ""})
    void nobodyElseHasACertificate(String issuer) {
        assertThat(open().find(issuer)).isEmpty();
    }

    @Test
    void aCertificateVerifiesItselfAndIsValidForYears() {
        SigningKey key = open().current();

        assertThatCode(() -> key.certificate().verify(key.published().publicKey()))
                .doesNotThrowAnyException();
        assertThatCode(
                        () ->
                                key.certificate()
                                        .checkValidity(Date.from(NOW.plus(Duration.ofDays(3600)))))
                .doesNotThrowAnyException();
    }

    @Test
    void aKeyThatIsMissingInAnOlderFileIsAddedAndTheOthersStay() {
        SigningKey old = SelfSigned.create("local", NOW);
        Path data = folder.resolve("data");
        new KeyFile(data.resolve("keys.p12")).write(new KeyBundle(Map.of("ttd", old), Map.of()));

        LocalKeys keys = open();

        assertThat(keys.platformIssuer("ttd")).contains(old);
        assertThat(open().find("skd")).isEqualTo(keys.find("skd")).isPresent();
    }

    @Test
    void theKeyOfCursorsIsMadeForAFolderThatHasEveryOtherKeyAndIsKept() {
        LocalKeys before = open();
        KeyFile file = new KeyFile(folder.resolve("data").resolve("keys.p12"));
        file.write(new KeyBundle(file.read().signing(), Map.of()));

        List<SecretKey> made = open().cursorKeys().inUse();

        assertThat(made).isNotEqualTo(before.cursorKeys().inUse()).hasSize(1);
        assertThat(open().cursorKeys().inUse()).isEqualTo(made);
        assertThat(open().current()).isEqualTo(before.current());
    }

    @Test
    void onlyTheOwnerMayReadTheKeysAndNothingElseIsLeftBehind() throws IOException {
        open();

        try (var files = Files.list(folder.resolve("data"))) {
            assertThat(files)
                    .singleElement()
                    .satisfies(
                            file ->
                                    assertThat(Files.getPosixFilePermissions(file))
                                            .isEqualTo(
                                                    PosixFilePermissions.fromString("rw-------")));
        }
    }

    @Test
    void aDamagedFileIsNamedAndNotOverwritten() throws IOException {
        Path file = Files.createDirectories(folder.resolve("data")).resolve("keys.p12");
        Files.writeString(file, "not a key store");

        assertThatIllegalStateException()
                .isThrownBy(this::open)
                .withMessageContaining("keys.p12 is damaged");
        assertThat(file).hasContent("not a key store");
    }
}
