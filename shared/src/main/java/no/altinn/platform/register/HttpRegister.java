package no.altinn.platform.register;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.auth.PlatformAccessToken;
import no.altinn.platform.client.Call;
import no.altinn.platform.client.PlatformHttp;
import no.altinn.platform.client.Reply;
import no.altinn.platform.client.Unavailable;
import no.altinn.platform.json.Json;
import no.altinn.platform.pdp.Subjects;

import java.net.URI;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Supplier;

/** Asks Altinn Register, showing a platform access token of this system. Thread-safe. */
public final class HttpRegister implements Register, PartyLookup {
    private static final int MAX_URNS = 100;
    private static final int NOT_FOUND = 404;

    private final PlatformHttp http;
    private final URI base;
    private final String subscriptionKey;
    private final Supplier<String> platformAccessToken;

    /**
     * @param registerBase what {@code v1/parties/lookup} is below; ends with a slash
     * @param subscriptionKey the key of the platform's gateway
     * @param platformAccessToken gives the token to show, at every call
     */
    public HttpRegister(
            PlatformHttp http,
            URI registerBase,
            String subscriptionKey,
            Supplier<String> platformAccessToken) {
        this.http = http;
        this.base = registerBase;
        this.subscriptionKey = subscriptionKey;
        this.platformAccessToken = platformAccessToken;
    }

    @Override
    public OptionalInt partyOfPerson(String nin, String bearerToken) {
        return party(Json.object().put("Ssn", nin), bearerToken);
    }

    @Override
    public OptionalInt partyOfOrganization(String orgNumber, String bearerToken) {
        return party(Json.object().put("OrgNo", orgNumber), bearerToken);
    }

    private OptionalInt party(ObjectNode who, String bearerToken) {
        Reply reply =
                send(post("v1/parties/lookup", who).with("Authorization", "Bearer " + bearerToken));
        if (reply.status() == NOT_FOUND) {
            return OptionalInt.empty();
        }
        JsonNode partyId = json(reply).path("partyId");
        if (!partyId.canConvertToInt() || partyId.intValue() < 1) {
            throw new RegisterUnavailable(reply.call() + " answered without a party");
        }
        return OptionalInt.of(partyId.intValue());
    }

    @Override
    public Map<String, UUID> partyUuids(Collection<String> personUrns) {
        List<String> urns = personUrns.stream().distinct().toList();
        Map<String, UUID> found = new HashMap<>();
        for (int from = 0; from < urns.size(); from += MAX_URNS) {
            List<String> some = urns.subList(from, Math.min(from + MAX_URNS, urns.size()));
            found.putAll(uuids(some));
        }
        found.keySet().retainAll(urns);
        return Map.copyOf(found);
    }

    @Override
    public Map<String, RegisteredParty> parties(Collection<String> partyUrns) {
        List<String> urns = partyUrns.stream().distinct().toList();
        Map<String, RegisteredParty> found = new HashMap<>();
        for (int from = 0; from < urns.size(); from += MAX_URNS) {
            List<String> some = urns.subList(from, Math.min(from + MAX_URNS, urns.size()));
            for (JsonNode answered : data(query(some, PartyReader.FIELDS))) {
                PartyReader.read(answered)
                        .ifPresent(party -> party.urns().forEach(urn -> found.put(urn, party)));
            }
        }
        found.keySet().retainAll(urns);
        return Map.copyOf(found);
    }

    private Reply query(List<String> urns, String fields) {
        ObjectNode question = Json.object();
        urns.forEach(question.putArray("data")::add);
        return send(post("v2/internal/parties/query?fields=" + fields, question));
    }

    private Reply identifiers(List<String> urns) {
        return query(urns, "identifiers");
    }

    private Map<String, UUID> uuids(List<String> urns) {
        Reply reply = identifiers(urns);
        Map<String, UUID> found = new HashMap<>();
        for (JsonNode party : data(reply)) {
            String nin = party.path("personIdentifier").asText("");
            found.put(Subjects.PERSON + nin, uuid(reply, party.path("partyUuid").asText("")));
        }
        return found;
    }

    /** An answer without data is no answer: it must not be read as "no party is known". */
    private static JsonNode data(Reply reply) {
        JsonNode data = json(reply).path("data");
        if (!data.isArray()) {
            throw new RegisterUnavailable(reply.call() + " answered without data");
        }
        return data;
    }

    @Override
    public Optional<Organization> organization(String urn) {
        JsonNode party = data(identifiers(List.of(urn))).path(0);
        String number = party.path("organizationIdentifier").asText("");
        int partyId = party.path("partyId").asInt();
        // A person has no such number; a party without an id can be subscribed to by no other name.
        return number.isEmpty() || partyId < 1
                ? Optional.empty()
                : Optional.of(new Organization(partyId, number));
    }

    @Override
    public Optional<MainUnit> mainUnit(String organisationUrn) {
        Reply reply =
                send(
                        post(
                                "v2/internal/parties/main-units",
                                Json.object().put("data", organisationUrn)));
        JsonNode data = data(reply);
        return data.isEmpty() ? Optional.empty() : Optional.of(mainUnit(reply, data.get(0)));
    }

    private static MainUnit mainUnit(Reply reply, JsonNode unit) {
        String urn = unit.path("externalUrn").asText("");
        int partyId = unit.path("partyId").asInt();
        if (urn.isEmpty() || partyId < 1) {
            throw new RegisterUnavailable(reply.call() + " answered an incomplete main unit");
        }
        return new MainUnit(urn, partyId, unit.path("organizationIdentifier").asText(""));
    }

    private static UUID uuid(Reply reply, String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new RegisterUnavailable(reply.call() + " answered a party without UUID", e);
        }
    }

    private Call post(String path, ObjectNode question) {
        return Call.post(base.resolve(path), question.toString())
                .with("Ocp-Apim-Subscription-Key", subscriptionKey)
                .with(PlatformAccessToken.HEADER, platformAccessToken.get());
    }

    private Reply send(Call call) {
        try {
            return http.send(call);
        } catch (Unavailable e) {
            throw new RegisterUnavailable(e.getMessage(), e);
        }
    }

    /** 206 says that some were unknown, which is an answer like 200. */
    private static JsonNode json(Reply reply) {
        if (!reply.succeeded()) {
            throw new RegisterUnavailable(reply.toString());
        }
        try {
            return reply.json();
        } catch (Unavailable e) {
            throw new RegisterUnavailable(e.getMessage(), e);
        }
    }
}
