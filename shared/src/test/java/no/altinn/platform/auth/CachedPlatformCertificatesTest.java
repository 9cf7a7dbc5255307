package no.altinn.platform.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import no.altinn.platform.http.PlatformUnavailable;
import no.altinn.platform.time.MutableClock;

import org.junit.jupiter.api.Test;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

final class CachedPlatformCertificatesTest {
    private final MutableClock clock = MutableClock.at(Instant.ofEpochSecond(1_800_000_000L));
    private final X509Certificate certificate =
            TestCertificates.selfSigned(
                    TestKeys.generate("ttd"), Instant.EPOCH, Instant.EPOCH.plusSeconds(1));
    private final AtomicInteger asked = new AtomicInteger();
    private final CachedPlatformCertificates certificates =
            new CachedPlatformCertificates(this::find, clock);
    private boolean away;

    private Optional<X509Certificate> find(String issuer) {
        asked.incrementAndGet();
        if (away) {
            throw new PlatformUnavailable("away");
        }
        return issuer.equals("ttd") ? Optional.of(certificate) : Optional.empty();
    }

    @Test
    void aCertificateIsKeptForAnHour() {
        assertThat(certificates.find("ttd")).contains(certificate);
        clock.advance(Duration.ofMinutes(59));
        assertThat(certificates.find("ttd")).contains(certificate);
        assertThat(asked).hasValue(1);

        clock.advance(Duration.ofMinutes(1));
        certificates.find("ttd");
        assertThat(asked).hasValue(2);
    }

    @Test
    void thatThereIsNoneIsKeptForFiveMinutes() {
        assertThat(certificates.find("skd")).isEmpty();
        clock.advance(Duration.ofMinutes(4));
        assertThat(certificates.find("skd")).isEmpty();
        assertThat(asked).hasValue(1);

        clock.advance(Duration.ofMinutes(1));
        certificates.find("skd");
        assertThat(asked).hasValue(2);
    }

    @Test
    void aFailureIsNotKept() {
        away = true;
        assertThatThrownBy(() -> certificates.find("ttd")).isInstanceOf(PlatformUnavailable.class);
        away = false;

        assertThat(certificates.find("ttd")).contains(certificate);
    }
}
