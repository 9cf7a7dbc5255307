package no.altinn.authentication.keys;

import no.altinn.platform.client.Unavailable;
import no.altinn.platform.jose.PublishedKey;
import no.altinn.platform.jose.SigningKey;
import no.altinn.platform.jose.SigningKeyRing;
import no.altinn.platform.time.RefreshedValue;

import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

/**
 * Signs with the certificate whose turn it is. Versions are read on the first call and again every
 * 30 minutes; when they cannot be read again, the last ones stay in use. Thread-safe.
 */
public final class RotatingSigningKeys implements SigningKeyRing {
    private final Supplier<Rotation> rotation;
    private final Clock clock;

    /** Reads nothing yet. */
    public RotatingSigningKeys(SigningCertificates certificates, Clock clock) {
        this.rotation =
                new RefreshedValue<>(
                        "The certificates to sign tokens with",
                        () -> new Rotation(certificates.versions()),
                        Rotation.PUBLISHED_WITHIN,
                        clock);
        this.clock = clock;
    }

    /**
     * The key whose turn it is.
     *
     * @throws Unavailable if the certificates were never read, or none of them is in force
     */
    @Override
    public SigningKey current() {
        return rotation.get().signing(clock.instant()).orElseThrow(this::noneInForce).key();
    }

    /**
     * The key whose turn it is, those that come after it, and those that came before and are still
     * enabled; the oldest first.
     *
     * @throws Unavailable if the certificates were never read, or none of them is in force
     */
    @Override
    public List<PublishedKey> published() {
        List<PublishedKey> keys =
                rotation.get().published(clock.instant()).stream()
                        .map(certificate -> certificate.key().published())
                        .toList();
        if (keys.isEmpty()) {
            throw noneInForce();
        }
        return keys;
    }

    private Unavailable noneInForce() {
        return new Unavailable(
                "No certificate to sign tokens with is in force: each is disabled, has ended or"
                        + " has not begun");
    }
}
