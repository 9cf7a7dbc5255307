package no.altinn.authentication.exchange;

import java.util.Arrays;
import java.util.Optional;

/** Whose tokens are exchanged. */
public enum TokenProvider {
    /** Tokens of organisations. */
    MASKINPORTEN("maskinporten"),

    /** Tokens of persons. */
    ID_PORTEN("id-porten");

    private final String code;

    TokenProvider(String code) {
        this.code = code;
    }

    /** The provider's name in the path of the exchange. */
    String code() {
        return code;
    }

    /** The provider that is named in any case; empty when there is no such provider. */
    public static Optional<TokenProvider> named(String name) {
        return Arrays.stream(values())
                .filter(provider -> provider.code.equalsIgnoreCase(name))
                .findFirst();
    }
}
