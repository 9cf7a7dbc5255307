package no.altinn.local.identity;

import no.altinn.platform.auth.PlatformCertificates;
import no.altinn.platform.jose.PublishedKey;
import no.altinn.platform.jose.SigningKey;
import no.altinn.platform.jose.SigningKeyRing;
import no.altinn.platform.keyfile.KeyBundle;
import no.altinn.platform.keyfile.PlatformKeys;
import no.altinn.platform.seal.KeyWrapping;
import no.altinn.platform.seal.SealingKeys;

import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;

/**
 * The keys of the local platform: one that signs Altinn's tokens, one for each stand-in of another
 * issuer, one for each issuer of platform access tokens, one that signs certificates, one for TLS,
 * one that wraps webhooks' keys, and those that seal cursors and cookies. Those that are not in the
 * data directory yet are made. Thread-safe.
 */
public final class LocalKeys implements SigningKeyRing, PlatformCertificates {
    /** The issuers of platform access tokens: the platform itself and the service owners. */
    public static final List<String> PLATFORM_ISSUERS = PlatformKeys.ISSUERS;

    private static final String MASKINPORTEN = "maskinporten";
    private static final String ID_PORTEN = "id-porten";
    private static final String AUTHORITY = "test authority";
    private static final String SERVER = "server";
    private static final int SEALING_BITS = 256;

    private final PlatformKeys platform;
    private final SigningKey maskinporten;
    private final SigningKey idPorten;
    private final SigningKey authority;
    private final SigningKey server;

    private LocalKeys(KeyBundle keys) {
        this.platform = new PlatformKeys(keys);
        this.maskinporten = keys.signing().get(MASKINPORTEN);
        this.idPorten = keys.signing().get(ID_PORTEN);
        this.authority = keys.signing().get(AUTHORITY);
        this.server = keys.signing().get(SERVER);
    }

    /**
     * Opens the keys in a data directory, which is made if it is not there.
     *
     * @throws IllegalStateException if the keys that are there cannot be read
     */
    public static LocalKeys open(Path dataDirectory, Clock clock) {
        KeyFile file = new KeyFile(dataDirectory.resolve("keys.p12"));
        KeyBundle kept = file.read();
        Map<String, SigningKey> signing = new TreeMap<>(kept.signing());
        Map<String, SecretKey> secret = new TreeMap<>(kept.secret());
        List<String> missing =
                Stream.concat(
                                Stream.of(MASKINPORTEN, ID_PORTEN, AUTHORITY, SERVER),
                                PlatformKeys.SIGNING.stream())
                        .filter(name -> !signing.containsKey(name))
                        .toList();
        signing.putAll(create(missing, clock.instant()));
        PlatformKeys.SECRET.forEach(name -> secret.computeIfAbsent(name, one -> createSecret()));
        KeyBundle complete = new KeyBundle(signing, secret);
        if (!complete.equals(kept)) {
            file.write(complete);
        }
        return new LocalKeys(complete);
    }

    /** Makes the keys in parallel: finding primes is what the first start would wait for. */
    private static Map<String, SigningKey> create(List<String> names, Instant now) {
        return names.parallelStream()
                .collect(
                        Collectors.toConcurrentMap(Function.identity(), name -> create(name, now)));
    }

    private static SigningKey create(String name, Instant now) {
        return switch (name) {
            case AUTHORITY -> SelfSigned.authority("Local test CA", now);
            case SERVER -> SelfSigned.server("localhost", now);
            default -> SelfSigned.create("local-" + name.replace(' ', '-'), now);
        };
    }

    private static SecretKey createSecret() {
        try {
            KeyGenerator generator = KeyGenerator.getInstance("AES");
            generator.init(SEALING_BITS);
            return generator.generateKey();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has AES", e);
        }
    }

    @Override
    public SigningKey current() {
        return platform.current();
    }

    @Override
    public List<PublishedKey> published() {
        return platform.published();
    }

    /** What the stand-in for Maskinporten signs with. */
    public SigningKey maskinporten() {
        return maskinporten;
    }

    /** What the stand-in for ID-porten signs with. */
    public SigningKey idPorten() {
        return idPorten;
    }

    /** What certificates of organisations are signed with, for trying. */
    public SigningKey testAuthority() {
        return authority;
    }

    /** What this machine shows to clients that speak TLS; for {@code localhost}. */
    public SigningKey server() {
        return server;
    }

    /** The keys that seal cursors. */
    public SealingKeys cursorKeys() {
        return platform.cursorKeys();
    }

    /** The keys that seal the cookies of logins. */
    public SealingKeys cookieKeys() {
        return platform.cookieKeys();
    }

    /** The key that wraps the data keys of webhooks' secrets. */
    public KeyWrapping webhookKey() {
        return platform.webhookKey();
    }

    /** The key of an issuer of platform access tokens; empty for one that is unknown. */
    public Optional<SigningKey> platformIssuer(String issuer) {
        return platform.issuer(issuer);
    }

    @Override
    public Optional<X509Certificate> find(String issuer) {
        return platform.find(issuer);
    }
}
