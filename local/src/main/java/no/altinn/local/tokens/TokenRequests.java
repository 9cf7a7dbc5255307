package no.altinn.local.tokens;

import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.authentication.keys.SigningKey;
import no.altinn.local.identity.LocalKeys;
import no.altinn.local.testdata.Parties;
import no.altinn.local.testdata.Person;
import no.altinn.local.testdata.ServiceOwner;
import no.altinn.platform.http.Json;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Reads what kind of token is wanted, with the parameters and defaults of Altinn's test token
 * generator. What it does not say of a known person is filled in from the test data. Thread-safe.
 */
final class TokenRequests {
    /** Whose client gets a token when the request does not say. */
    private static final String DEFAULT_CONSUMER = "digdir";

    private final LocalKeys keys;
    private final Supplier<Parties> parties;
    private final AltinnClaims altinn;

    TokenRequests(LocalKeys keys, Supplier<Parties> parties, AltinnClaims altinn) {
        this.keys = keys;
        this.parties = parties;
        this.altinn = altinn;
    }

    TestToken enterprise(TokenParameters parameters) {
        Optional<String> org = parameters.optional("org");
        String orgNo = parameters.orgNumber("orgNo", org.flatMap(this::orgNo));
        ObjectNode claims =
                altinn.of(parameters.scopes("scopes", Optional.empty()), "maskinporten", orgNo)
                        .put("urn:altinn:authlevel", 3)
                        .put("urn:altinn:orgNumber", orgNo);
        org.ifPresent(code -> claims.put("urn:altinn:org", code));
        supplier(parameters, claims);
        return altinnToken(parameters, claims);
    }

    TestToken personal(TokenParameters parameters) {
        Optional<Person> person = person(parameters);
        String pid = parameters.orElse("pid", person.map(Person::nin));
        int userId = parameters.number("userId", person.map(Person::userId));
        int partyId = parameters.number("partyId", person.map(Person::partyId));
        int level = parameters.number("authLvl", Optional.of(3));
        String consumer = parameters.orgNumber("consumerOrgNo", orgNo(DEFAULT_CONSUMER));
        ObjectNode claims =
                altinn.of(parameters.scopes("scopes", Optional.empty()), "NotDefined", consumer)
                        .put("client_orgno", consumer)
                        .put("client_amr", "virksomhetssertifikat")
                        .put("nameid", userId)
                        .put("pid", pid)
                        .put("acr", assurance(level))
                        .put("urn:altinn:userid", userId)
                        .put("urn:altinn:partyid", partyId)
                        // The generator has text here, where the platform has a number.
                        .put("urn:altinn:authlevel", String.valueOf(level));
        person.filter(known -> known.partyId() == partyId)
                .ifPresent(known -> claims.put("urn:altinn:party:uuid", known.uuid().toString()));
        parameters.optional("userName").ifPresent(name -> claims.put("urn:altinn:username", name));
        return altinnToken(parameters, claims);
    }

    TestToken systemUser(TokenParameters parameters) {
        UUID systemUser = parameters.uuid("systemUserId");
        String orgNo = parameters.orgNumber("orgNo", orgNo(DEFAULT_CONSUMER));
        String actsFor =
                parameters.orgNumber(
                        "systemUserOrg",
                        parties.get()
                                .actsFor(systemUser.toString())
                                .map(organisation -> organisation.orgNo())
                                .or(() -> Optional.of(orgNo)));
        ObjectNode claims =
                altinn.of(
                                parameters.scopes("scopes", Optional.of("altinn:enduser")),
                                "systemuser",
                                orgNo)
                        .put("urn:altinn:authlevel", 3);
        parameters.optional("clientId").ifPresent(client -> claims.put("client_id", client));
        ObjectNode details =
                claims.putObject("authorization_details").put("type", "urn:altinn:systemuser");
        details.putArray("systemuser_id").add(systemUser.toString());
        details.put("system_id", orgNo + "_local")
                .set("systemuser_org", AltinnClaims.organisation(actsFor));
        supplier(parameters, claims);
        return altinnToken(parameters, claims);
    }

    TestToken platformAccess(TokenParameters parameters) {
        String app = parameters.required("app");
        String issuer = parameters.optional("org").orElse("platform");
        Optional<SigningKey> key = keys.platformIssuer(issuer);
        if (key.isEmpty()) {
            parameters.invalid("org");
        }
        ObjectNode claims =
                Json.object()
                        .put("iss", issuer)
                        .put("aud", "platform.altinn.no")
                        .put("urn:altinn:app", app);
        return new TestToken(key.orElseGet(keys::current), claims, parameters.lifetime());
    }

    private TestToken altinnToken(TokenParameters parameters, ObjectNode claims) {
        return new TestToken(keys.current(), claims, parameters.lifetime());
    }

    private Optional<String> orgNo(String org) {
        return parties.get().serviceOwner(org).map(ServiceOwner::orgNo);
    }

    private Optional<Person> person(TokenParameters parameters) {
        return parties.get().persons().stream()
                .filter(
                        person ->
                                parameters.says("pid", person.nin())
                                        || parameters.says("userId", person.userId())
                                        || parameters.says("partyId", person.partyId()))
                .findFirst();
    }

    private static void supplier(TokenParameters parameters, ObjectNode claims) {
        if (parameters.optional("supplierOrgNo").isPresent()) {
            String orgNo = parameters.orgNumber("supplierOrgNo", Optional.empty());
            claims.set("supplier", AltinnClaims.organisation(orgNo));
        }
    }

    private static String assurance(int level) {
        return switch (level) {
            case 3 -> "idporten-loa-substantial";
            case 4 -> "idporten-loa-high";
            default -> "idporten-loa-low";
        };
    }
}
