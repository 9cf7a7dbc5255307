package no.altinn.events.signing;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** An Ed25519 pair (RFC 8032). Immutable. */
final class Ed25519Key implements SignatureKey {
    private static final String ALGORITHM = "Ed25519";

    /** The public key is the end of its X.509 form (RFC 8410 §4). */
    private static final int PUBLIC_BYTES = 32;

    private final byte[] seed;

    private Ed25519Key(byte[] seed) {
        this.seed = seed;
    }

    static Ed25519Key ofSeed(byte[] seed) {
        return new Ed25519Key(seed.clone());
    }

    @Override
    public Scheme scheme() {
        return Scheme.V1A;
    }

    @Override
    public byte[] bytes() {
        return seed.clone();
    }

    /** {@inheritDoc} It is computed each time, which takes as long as a signature. */
    @Override
    public Optional<PublicHalf> publicHalf() {
        return Optional.of(computedPublicHalf());
    }

    @Override
    public String forVerifying() {
        return computedPublicHalf().text();
    }

    /** The JDK derives a public key in its generator only, which takes the seed as its chance. */
    private PublicHalf computedPublicHalf() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
            generator.initialize(NamedParameterSpec.ED25519, new Chance(seed));
            KeyPair pair = generator.generateKeyPair();
            byte[] encoded = pair.getPublic().getEncoded();
            return PublicHalf.of(
                    Arrays.copyOfRange(encoded, encoded.length - PUBLIC_BYTES, encoded.length));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK since 15 has Ed25519", e);
        }
    }

    @Override
    public String sign(SignedContent content) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(privateKey());
            signature.update(content.bytes());
            return "v1a," + Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK since 15 has Ed25519", e);
        }
    }

    private PrivateKey privateKey() throws GeneralSecurityException {
        return KeyFactory.getInstance(ALGORITHM)
                .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed));
    }

    @Override
    public String toString() {
        return "Ed25519Key";
    }

    /** Gives the seed, where a generator asks for chance. */
    private static final class Chance extends SecureRandom {
        private static final long serialVersionUID = 1L;

        private final byte[] given;

        Chance(byte[] given) {
            this.given = given;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(given, 0, bytes, 0, bytes.length);
        }
    }
}
