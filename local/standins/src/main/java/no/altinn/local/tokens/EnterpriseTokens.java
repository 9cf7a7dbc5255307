package no.altinn.local.tokens;

import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.local.testdata.MadeUpOrganisations;
import no.altinn.local.testdata.Organisation;
import no.altinn.local.testdata.Parties;
import no.altinn.local.testdata.ServiceOwner;
import no.altinn.platform.auth.Iso6523Organisation;
import no.altinn.platform.jose.SigningKeyRing;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Tokens of organisations, as Altinn gives them for Maskinporten's. The number of an organisation
 * that the request does not name is made up. Thread-safe.
 */
final class EnterpriseTokens implements TokenKind {
    private final SigningKeyRing keys;
    private final Supplier<Parties> parties;
    private final AltinnClaims altinn;

    EnterpriseTokens(SigningKeyRing keys, Supplier<Parties> parties, AltinnClaims altinn) {
        this.keys = keys;
        this.parties = parties;
        this.altinn = altinn;
    }

    @Override
    public TestToken read(TokenParameters parameters) {
        Optional<String> org = parameters.optional("org", Format.IDENTIFIER);
        String orgNo = parameters.orgNumber("orgNo", Optional.of(orgNo(org)));
        ObjectNode claims =
                altinn.of(
                                parameters.scopes(Optional.empty()),
                                "maskinporten",
                                Iso6523Organisation.of(orgNo))
                        .put("urn:altinn:authlevel", 3)
                        .put("urn:altinn:orgNumber", orgNo);
        org.ifPresent(code -> claims.put("urn:altinn:org", code));
        AltinnClaims.setClient(parameters, claims);
        AltinnClaims.addSupplier(parameters, claims);
        AltinnClaims.addDelegationSource(parameters, claims);
        return new TestToken(keys.current(), claims, parameters.lifetime());
    }

    @Override
    public Bulk bulk() {
        return new Bulk(
                "orgNo", parties.get().everyOrganisation().map(Organisation::orgNo).toList());
    }

    private String orgNo(Optional<String> org) {
        return org.map(this::ownersNumber).orElseGet(() -> MadeUpOrganisations.any().orgNo());
    }

    /** Always the same for a service owner, also for one whom the test data does not know. */
    private String ownersNumber(String org) {
        return parties.get()
                .serviceOwner(org)
                .map(ServiceOwner::orgNo)
                .orElseGet(() -> MadeUpOrganisations.standingFor(org).orgNo());
    }
}
