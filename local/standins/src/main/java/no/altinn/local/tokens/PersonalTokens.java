package no.altinn.local.tokens;

import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.local.claims.Digdir;
import no.altinn.local.testdata.MadeUpPersons;
import no.altinn.local.testdata.Parties;
import no.altinn.local.testdata.Person;
import no.altinn.platform.auth.Iso6523Organisation;
import no.altinn.platform.jose.SigningKeyRing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Tokens of persons, as Altinn gives them for ID-porten's. What the request does not say of a known
 * person is filled in from the test data; of anyone else it is made up. Thread-safe.
 */
final class PersonalTokens implements TokenKind {
    private static final int HIGHEST_LEVEL = 4;
    private static final Optional<String> SCOPES = Optional.of("altinn:enduser");
    private static final Predicate<String> CONSUMER = Format.ORG_NUMBER.or(Format.NATIONAL_NUMBER);

    /** The parameters that name a person, by what their values are in a URN; the surest first. */
    private static final List<Map.Entry<String, String>> NAMES =
            List.of(
                    Map.entry("pid", "urn:altinn:person:identifier-no:"),
                    Map.entry("userId", "urn:altinn:userid:"),
                    Map.entry("partyId", "urn:altinn:partyid:"));

    private final SigningKeyRing keys;
    private final Supplier<Parties> parties;
    private final AltinnClaims altinn;

    PersonalTokens(SigningKeyRing keys, Supplier<Parties> parties, AltinnClaims altinn) {
        this.keys = keys;
        this.parties = parties;
        this.altinn = altinn;
    }

    @Override
    public TestToken read(TokenParameters parameters) {
        Person person = person(parameters);
        int level = level(parameters);
        String consumer = parameters.text("consumerOrgNo", CONSUMER, Optional.of(Digdir.NUMBER));
        String amr =
                parameters.optional("clientAmr", Format.IDENTIFIER).orElse("virksomhetssertifikat");
        ObjectNode claims =
                altinn.of(parameters.scopes(SCOPES), "NotDefined", consumer(consumer))
                        .put("client_orgno", consumer)
                        .put("client_amr", amr)
                        .put("pid", pid(parameters, person))
                        .put("acr", assurance(level))
                        // The generator has text here, where the platform has a number.
                        .put("urn:altinn:authlevel", String.valueOf(level));
        addUser(parameters, person, claims);
        addParty(parameters, person, claims);
        AltinnClaims.addDelegationSource(parameters, claims);
        return new TestToken(keys.current(), claims, parameters.lifetime());
    }

    @Override
    public Bulk bulk() {
        return new Bulk("pid", parties.get().persons().stream().map(Person::nin).toList());
    }

    /** The generator takes a person's number, too, in the place of an organisation's. */
    private static ObjectNode consumer(String number) {
        return Iso6523Organisation.of(Digdir.NUMBER).put("ID", "0192:" + number);
    }

    private static String pid(TokenParameters parameters, Person person) {
        return parameters.text("pid", Format.NATIONAL_NUMBER, Optional.of(person.nin()));
    }

    /** The generator knows 3 and 4 alone; lower ones have to be tried here, too. */
    private static int level(TokenParameters parameters) {
        int level = parameters.number("authLvl", Optional.of(3));
        if (level > HIGHEST_LEVEL) {
            parameters.invalid("authLvl");
        }
        return level;
    }

    /** 0 stands for a person who is no user. */
    private static void addUser(TokenParameters parameters, Person person, ObjectNode claims) {
        int userId = parameters.number("userId", Optional.of(person.userId()));
        if (userId > 0) {
            claims.put("nameid", userId).put("urn:altinn:userid", userId);
        }
        parameters
                .optional("userName", Format.IDENTIFIER)
                .ifPresent(name -> claims.put("urn:altinn:username", name));
    }

    /** 0 stands for a person who is no party. */
    private static void addParty(TokenParameters parameters, Person person, ObjectNode claims) {
        int partyId = parameters.number("partyId", Optional.of(person.partyId()));
        if (partyId > 0) {
            claims.put("urn:altinn:partyid", partyId);
        }
        parameters
                .optional("partyuuid", Format.UUID_TEXT)
                .or(
                        () ->
                                Optional.of(person)
                                        .filter(known -> known.partyId() == partyId)
                                        .map(Person::uuid)
                                        .map(UUID::toString))
                .ifPresent(uuid -> claims.put("urn:altinn:party:uuid", uuid));
    }

    /**
     * The known person whom the request names by any number. Whoever is not known is stood for by a
     * made-up person, always the same one; a request without any number gets one at random.
     */
    private Person person(TokenParameters parameters) {
        Parties known = parties.get();
        return NAMES.stream()
                .flatMap(
                        name ->
                                parameters
                                        .sent(name.getKey())
                                        .flatMap(value -> known.named(name.getValue() + value))
                                        .stream())
                .filter(Person.class::isInstance)
                .map(Person.class::cast)
                .findFirst()
                .orElseGet(() -> madeUp(parameters));
    }

    private static Person madeUp(TokenParameters parameters) {
        return NAMES.stream()
                .flatMap(name -> parameters.sent(name.getKey()).stream())
                .findFirst()
                .map(MadeUpPersons::standingFor)
                .orElseGet(MadeUpPersons::any);
    }

    private static String assurance(int level) {
        return switch (level) {
            case 3 -> "idporten-loa-substantial";
            case 4 -> "idporten-loa-high";
            default -> "idporten-loa-low";
        };
    }
}
