package no.altinn.rest.login;

import no.altinn.platform.seal.Seal;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Seals texts for one purpose, as hexadecimal digits in upper case: the form that Altinn's cookies
 * always had. Thread-safe.
 */
final class HexSeal {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    /** In digits: no cookie of this system is nearly as long. */
    private static final int LONGEST = 16 * 1024;

    private final Seal seal;
    private final String purpose;

    /**
     * @param purpose what is sealed for another does not open here
     */
    HexSeal(Seal seal, String purpose) {
        this.seal = seal;
        this.purpose = purpose;
    }

    String seal(String text) {
        return HEX.formatHex(Base64.getUrlDecoder().decode(seal.seal(text, purpose)));
    }

    /** The text; empty if it is not as it was sealed. Digits may be in any case. */
    Optional<String> open(String hex) {
        if (hex.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            String sealed =
                    Base64.getUrlEncoder().withoutPadding().encodeToString(HEX.parseHex(hex));
            return seal.open(sealed, purpose);
        } catch (IllegalArgumentException e) {
            // It has a character that is no digit.
            return Optional.empty();
        }
    }
}
