package no.altinn.local.tokens;

import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.local.claims.Digdir;
import no.altinn.local.claims.SystemUserDetail;
import no.altinn.local.testdata.Organisation;
import no.altinn.local.testdata.Parties;
import no.altinn.platform.auth.Iso6523Organisation;
import no.altinn.platform.jose.SigningKeyRing;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Tokens of system users, as Altinn gives them for Maskinporten's. Thread-safe. */
final class SystemUserTokens implements TokenKind {
    private final SigningKeyRing keys;
    private final Supplier<Parties> parties;
    private final AltinnClaims altinn;

    SystemUserTokens(SigningKeyRing keys, Supplier<Parties> parties, AltinnClaims altinn) {
        this.keys = keys;
        this.parties = parties;
        this.altinn = altinn;
    }

    @Override
    public TestToken read(TokenParameters parameters) {
        UUID systemUser = parameters.uuid("systemUserId");
        String orgNo = parameters.orgNumber("orgNo", Optional.of(Digdir.NUMBER));
        String actsFor =
                parameters.orgNumber(
                        "systemUserOrg", actsFor(systemUser).or(() -> Optional.of(orgNo)));
        String scopes = parameters.scopes(Optional.of("altinn:enduser"));
        ObjectNode claims =
                altinn.of(scopes, "systemuser", Iso6523Organisation.of(orgNo))
                        .put("urn:altinn:authlevel", 3);
        AltinnClaims.setClient(parameters, claims);
        claims.set("authorization_details", SystemUserDetail.of(systemUser, actsFor, orgNo));
        AltinnClaims.addSupplier(parameters, claims);
        return new TestToken(keys.current(), claims, parameters.lifetime());
    }

    private Optional<String> actsFor(UUID systemUser) {
        return parties.get().actsFor(systemUser.toString()).map(Organisation::orgNo);
    }
}
