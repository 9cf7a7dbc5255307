package no.altinn.rest.login;

import no.altinn.platform.auth.AltinnTokenValidator;
import no.altinn.platform.auth.OutsideTokens;
import no.altinn.platform.auth.TokenIssuers;
import no.altinn.platform.jose.KeySet;
import no.altinn.testing.jose.TestTokens;

import java.net.URI;
import java.util.List;
import java.util.Set;

/** Bearer tokens of every issuer, at {@code https://rest.example/}. */
public final class TokenBed {
    public static final URI BASE = URI.create("https://rest.example/");

    /** Of {@code ttd}. */
    public static final String TTD = "991825827";

    public final TestTokens altinn;
    public final OutsideTokens idPorten;
    public final OutsideTokens maskinporten;
    public final BearerLogin login;

    public TokenBed(LoginBed bed) {
        this.altinn = new TestTokens(bed.clock);
        this.idPorten = new OutsideTokens("https://idporten.example/", bed.clock);
        this.maskinporten = new OutsideTokens("https://maskinporten.no/", bed.clock);
        this.login =
                new BearerLogin(
                        new AltinnTokenValidator(
                                new KeySet(
                                        List.of(
                                                new KeySet.Key(
                                                        altinn.keys().kid(),
                                                        altinn.keys().publicKey()))),
                                new TokenIssuers(Set.of(TestTokens.ISSUER), false),
                                bed.clock),
                        idPorten.issuer(),
                        maskinporten.issuer(),
                        BASE,
                        TokenBed::serviceOwners,
                        bed.profiles,
                        bed.users);
    }

    /** The code of the only service owner. */
    public static List<String> serviceOwners(String number) {
        return number.equals(TTD) ? List.of("ttd") : List.of();
    }
}
