package no.altinn.authentication.exchange;

import java.util.Collection;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Scopes of others than Altinn that open the exchange of persons' tokens, such as {@code
 * digdir:dialogporten}. Immutable.
 *
 * @param scopes each of the form {@code prefix:name}, compared exactly
 */
public record PartnerScopes(Set<String> scopes) {
    /** No partner: only Altinn's own scopes count. */
    public static final PartnerScopes NONE = new PartnerScopes(Set.of());

    /**
     * The characters are those of RFC 6749 §3.3. Scopes without a prefix, such as {@code openid},
     * are in the tokens of every client.
     */
    private static final Pattern FORM = Pattern.compile("[a-z0-9_-]+:[!#-\\[\\]-~]+");

    public PartnerScopes {
        scopes = Set.copyOf(scopes);
        if (!scopes.stream().allMatch(PartnerScopes::isScope)) {
            throw new IllegalArgumentException("A partner's scope has the form prefix:name");
        }
    }

    /** Whether the text has the form of a scope that partners may have. */
    public static boolean isScope(String text) {
        return FORM.matcher(text).matches();
    }

    /** Whether one of them is among these. */
    boolean areAmong(Collection<String> others) {
        return others.stream().anyMatch(scopes::contains);
    }
}
