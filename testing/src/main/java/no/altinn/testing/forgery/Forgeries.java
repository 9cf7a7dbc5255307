package no.altinn.testing.forgery;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/**
 * The forgeries that a receiver of tokens has to refuse, each a step away from a good token:
 * everything else about it is right, so that only the check that it attacks can refuse it.
 */
public final class Forgeries {
    private Forgeries() {}

    /**
     * What every acceptor of RS256 refuses.
     *
     * @param trap an address from which nothing may ever be fetched
     */
    public static List<Forgery> all(Genuine genuine, URI trap) {
        return Stream.of(
                        AlgorithmForgeries.of(genuine),
                        MacForgeries.of(genuine),
                        OtherSignatures.of(genuine),
                        SignatureForgeries.of(genuine),
                        EncodingForgeries.of(genuine),
                        HeaderForgeries.of(genuine),
                        EmbeddedKeys.of(genuine, trap),
                        PayloadForgeries.of(genuine),
                        UnicodeForgeries.of(genuine),
                        DateForgeries.of(genuine),
                        SizeForgeries.of(genuine))
                .flatMap(List::stream)
                .toList();
    }

    /** What an acceptor refuses besides that finds its key by {@code kid}. */
    public static List<Forgery> ofKeyId(Genuine genuine, URI trap) {
        return KeyIds.of(genuine, trap);
    }

    /** What an acceptor refuses besides that trusts the genuine token's {@code iss} alone. */
    public static List<Forgery> ofIssuer(Genuine genuine) {
        return IssuerForgeries.of(genuine);
    }
}
