package no.altinn.local.identity;

import no.altinn.platform.auth.PlatformCertificates;
import no.altinn.platform.jose.PublishedKey;
import no.altinn.platform.jose.SigningKey;
import no.altinn.platform.jose.SigningKeyRing;

import java.nio.file.Path;
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

/**
 * The keys of the local platform: one that signs Altinn's tokens, one for each stand-in of another
 * issuer, and one for each issuer of platform access tokens. Those that are not in the data
 * directory yet are made. Thread-safe.
 */
public final class LocalKeys implements SigningKeyRing, PlatformCertificates {
    /** The issuers of platform access tokens: the platform itself and the service owners. */
    public static final List<String> PLATFORM_ISSUERS = List.of("platform", "ttd", "digdir", "skd");

    private static final String TOKENS = "altinn tokens";
    private static final String MASKINPORTEN = "maskinporten";
    private static final String ID_PORTEN = "id-porten";

    private final SigningKey tokens;
    private final SigningKey maskinporten;
    private final SigningKey idPorten;
    private final Map<String, SigningKey> issuers;

    private LocalKeys(Map<String, SigningKey> keys) {
        this.tokens = keys.get(TOKENS);
        this.maskinporten = keys.get(MASKINPORTEN);
        this.idPorten = keys.get(ID_PORTEN);
        this.issuers =
                PLATFORM_ISSUERS.stream()
                        .collect(Collectors.toUnmodifiableMap(Function.identity(), keys::get));
    }

    /**
     * Opens the keys in a data directory, which is made if it is not there.
     *
     * @throws IllegalStateException if the keys that are there cannot be read
     */
    public static LocalKeys open(Path dataDirectory, Clock clock) {
        KeyFile file = new KeyFile(dataDirectory.resolve("keys.p12"));
        Map<String, SigningKey> keys = new TreeMap<>(file.read());
        List<String> missing =
                Stream.concat(Stream.of(TOKENS, MASKINPORTEN, ID_PORTEN), PLATFORM_ISSUERS.stream())
                        .filter(name -> !keys.containsKey(name))
                        .toList();
        if (!missing.isEmpty()) {
            keys.putAll(create(missing, clock.instant()));
            file.write(keys);
        }
        return new LocalKeys(keys);
    }

    /** Makes the keys in parallel: finding primes is what the first start would wait for. */
    private static Map<String, SigningKey> create(List<String> names, Instant now) {
        return names.parallelStream()
                .collect(
                        Collectors.toConcurrentMap(
                                Function.identity(),
                                name -> SelfSigned.create("local-" + name.replace(' ', '-'), now)));
    }

    @Override
    public SigningKey current() {
        return tokens;
    }

    @Override
    public List<PublishedKey> published() {
        return List.of(tokens.published());
    }

    /** What the stand-in for Maskinporten signs with. */
    public SigningKey maskinporten() {
        return maskinporten;
    }

    /** What the stand-in for ID-porten signs with. */
    public SigningKey idPorten() {
        return idPorten;
    }

    /** The key of an issuer of platform access tokens; empty for one that is unknown. */
    public Optional<SigningKey> platformIssuer(String issuer) {
        return Optional.ofNullable(issuers.get(issuer));
    }

    @Override
    public Optional<X509Certificate> find(String issuer) {
        return platformIssuer(issuer).map(SigningKey::certificate);
    }
}
