package no.altinn.platform.auth;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** A provider whose tokens Altinn exchanges for its own, as far as an issuer's name tells. */
enum OutsideProvider {
    MASKINPORTEN("Maskinporten", "maskinporten", "maskinporten"),
    ID_PORTEN("ID-porten", "idporten", "id-porten");

    /** No provider's name is nearly as long; the work of matching is bounded by it. */
    private static final int LONGEST = 200;

    private final String title;
    private final String code;
    private final Pattern issuer;

    OutsideProvider(String title, String domain, String code) {
        this.title = title;
        this.code = code;
        // Its own host in any of its environments, or a path of its name, as stand-ins have it.
        this.issuer =
                Pattern.compile(
                        "https://(?:[a-z0-9-]+\\.)*%1$s\\.no/?|https?://[^/]+/%1$s/?"
                                .formatted(domain));
    }

    /**
     * The provider that an issuer's name belongs to. Nothing is proved by it: a caller may name any
     * issuer.
     */
    static Optional<OutsideProvider> of(String issuer) {
        return Arrays.stream(values())
                .filter(provider -> issuer.length() <= LONGEST)
                .filter(provider -> provider.issuer.matcher(issuer).matches())
                .findFirst();
    }

    /** The provider's name in a text. */
    String title() {
        return title;
    }

    /** The provider's name in the path of the exchange. */
    String code() {
        return code;
    }
}
