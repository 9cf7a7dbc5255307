package no.altinn.authentication.exchange;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.Locale;
import java.util.Map;

/** Altinn's names of the ways to log in that ID-porten tells by its {@code amr}. */
final class AuthenticationMethod {
    private static final String NOT_DEFINED = "NotDefined";

    private static final Map<String, String> NAMES =
            Map.ofEntries(
                    Map.entry("bankid", "BankID"),
                    Map.entry("bankid mobil", "BankIDMobil"),
                    Map.entry("buypass", "BuyPass"),
                    Map.entry("buypass id", "BuyPass"),
                    Map.entry("commfides", "Commfides"),
                    Map.entry("eidas", "EIDAS"),
                    Map.entry("minid", "MinIDPin"),
                    Map.entry("minid-pin", "MinIDPin"),
                    Map.entry("minid-otc", "MinIDOTC"),
                    Map.entry("minid-app", "MinIDApp"),
                    Map.entry("selfregistered-email", "IdportenEpost"),
                    Map.entry("testid", "IdportenTestId"));

    private AuthenticationMethod() {}

    /**
     * The method's name.
     *
     * @param amr a text or, as RFC 8176 has it, a list whose first counts
     * @return {@code NotDefined} for a method that is not known
     */
    static String of(JsonNode amr) {
        JsonNode first = amr.isArray() ? amr.path(0) : amr;
        return NAMES.getOrDefault(first.asText("").toLowerCase(Locale.ROOT), NOT_DEFINED);
    }
}
