package no.altinn.platform.keyfile;

import no.altinn.platform.auth.PlatformAccessTokenSource;
import no.altinn.platform.auth.PlatformCertificates;
import no.altinn.platform.jose.PublishedKey;
import no.altinn.platform.jose.SigningKey;
import no.altinn.platform.jose.SigningKeyRing;
import no.altinn.platform.seal.KeyWrapping;
import no.altinn.platform.seal.RsaWrapping;
import no.altinn.platform.seal.SealingKeys;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

import javax.crypto.SecretKey;

/**
 * The keys of a bundle by what the apps need them for. None of them ever changes. Thread-safe.
 *
 * <p>Several processes that read one file are one platform: a process accepts what another has
 * signed or sealed.
 */
public final class PlatformKeys implements SigningKeyRing, PlatformCertificates {
    /** Signs Altinn's tokens. */
    public static final String TOKENS = "altinn tokens";

    /** Wraps what keys of webhooks are encrypted with. */
    public static final String WEBHOOKS = "webhooks";

    /** Seals cursors. */
    public static final String CURSORS = "cursors";

    /** Seals cookies of logins. */
    public static final String COOKIES = "cookies";

    /** The issuers of platform access tokens; each has a signing key of its name. */
    public static final List<String> ISSUERS = List.of("platform", "ttd", "digdir", "skd");

    /** The names of all signing keys that there must be. */
    public static final List<String> SIGNING =
            Stream.concat(Stream.of(TOKENS, WEBHOOKS), ISSUERS.stream()).toList();

    /** The names of all secret keys that there must be: AES keys of 256 bits. */
    public static final List<String> SECRET = List.of(CURSORS, COOKIES);

    /** The issuer whose key signs the apps' own platform access tokens. */
    private static final String OWN = ISSUERS.get(0);

    private final KeyBundle keys;

    /**
     * The keys of a bundle, which may hold others besides.
     *
     * @throws IllegalArgumentException naming the keys that are missing
     */
    public PlatformKeys(KeyBundle keys) {
        List<String> missing =
                Stream.concat(
                                SIGNING.stream().filter(Predicate.not(keys.signing()::containsKey)),
                                SECRET.stream().filter(Predicate.not(keys.secret()::containsKey)))
                        .toList();
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("There is no key " + String.join(", ", missing));
        }
        this.keys = keys;
    }

    @Override
    public SigningKey current() {
        return signing(TOKENS);
    }

    @Override
    public List<PublishedKey> published() {
        return List.of(current().published());
    }

    /** The key of an issuer of platform access tokens; empty for one that is unknown. */
    public Optional<SigningKey> issuer(String name) {
        return ISSUERS.contains(name) ? Optional.of(signing(name)) : Optional.empty();
    }

    @Override
    public Optional<X509Certificate> find(String issuer) {
        return issuer(issuer).map(SigningKey::certificate);
    }

    /**
     * Signs the tokens that one app shows to the rest of the platform.
     *
     * @param app what the app calls itself, {@code urn:altinn:app}
     */
    public Supplier<String> platformAccessTokens(String app, Clock clock) {
        SigningKey own = signing(OWN);
        return new PlatformAccessTokenSource(app, own.privateKey(), own.kid(), clock)::token;
    }

    /** The keys that seal cursors. */
    public SealingKeys cursorKeys() {
        return () -> List.of(secret(CURSORS));
    }

    /** The keys that seal the cookies of logins. */
    public SealingKeys cookieKeys() {
        return () -> List.of(secret(COOKIES));
    }

    /** The key that wraps the data keys of webhooks' secrets. */
    public KeyWrapping webhookKey() {
        SigningKey key = signing(WEBHOOKS);
        return new RsaWrapping(key.kid(), key.published().publicKey(), key.privateKey());
    }

    private SigningKey signing(String name) {
        return Objects.requireNonNull(keys.signing().get(name), name);
    }

    private SecretKey secret(String name) {
        return Objects.requireNonNull(keys.secret().get(name), name);
    }
}
