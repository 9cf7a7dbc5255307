package no.altinn.local.idporten;

import no.altinn.local.oauth.OAuthError;

import java.util.Optional;
import java.util.stream.Stream;

/** How sure it is who logged in: the levels of ID-porten, and what they were called before. */
enum Assurance {
    SUBSTANTIAL("idporten-loa-substantial", "Minid-PIN"),
    HIGH("idporten-loa-high", "BankID"),
    LOW("idporten-loa-low", "Minid-PIN"),
    LEVEL_3("Level3", "Minid-PIN"),
    LEVEL_4("Level4", "BankID");

    private final String acr;
    private final String amr;

    Assurance(String acr, String amr) {
        this.acr = acr;
        this.amr = amr;
    }

    /**
     * What a client gets that asked for these.
     *
     * @param acrValues separated by spaces, the preferred one first
     * @throws OAuthError if none of them is known
     */
    static Assurance preferred(String acrValues) throws OAuthError {
        return Stream.of(acrValues.split(" "))
                .flatMap(acr -> named(acr).stream())
                .findFirst()
                .orElseThrow(
                        () ->
                                new OAuthError(
                                        "unmet_authentication_requirements",
                                        "acr_values has no level that is known"));
    }

    private static Optional<Assurance> named(String acr) {
        return Stream.of(values()).filter(level -> level.acr.equals(acr)).findFirst();
    }

    /** The level's name (authentication context class reference). */
    String acr() {
        return acr;
    }

    /** How people log in at this level (authentication method reference). */
    String amr() {
        return amr;
    }
}
