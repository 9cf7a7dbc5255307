package no.altinn.local.register;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.local.testdata.Parties;
import no.altinn.local.testdata.Party;
import no.altinn.local.web.Answers;
import no.altinn.local.web.CaselessJson;
import no.altinn.local.web.Endpoint;
import no.altinn.local.web.Endpoints;
import no.altinn.platform.http.Answer;
import no.altinn.platform.http.MediaType;
import no.altinn.platform.http.Problem;
import no.altinn.platform.http.QueryParameters;
import no.altinn.platform.http.Request;
import no.altinn.platform.json.Json;
import no.altinn.platform.json.MalformedJson;

import org.eclipse.jetty.server.Handler;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Stands in for Altinn's Register, for callers with a platform access token. Thread-safe. */
public final class PartyRegister {
    private static final int MOST_PARTIES = 100;

    private final Supplier<Parties> parties;
    private final Predicate<Request> trusted;

    /**
     * @param trusted whether a request has a valid platform access token
     */
    public PartyRegister(Supplier<Parties> parties, Predicate<Request> trusted) {
        this.parties = parties;
        this.trusted = trusted;
    }

    /** Serves the lookups under {@code /register/api/}. */
    public Handler handler() {
        return Endpoints.builder()
                .post("/register/api/v1/parties/lookup", guarded((query, body) -> lookUp(body)))
                .post("/register/api/v2/internal/parties/query", guarded(this::query))
                .post(
                        "/register/api/v2/internal/parties/main-units",
                        guarded((query, body) -> mainUnits(body)))
                .build();
    }

    private Endpoint guarded(BiFunction<QueryParameters, JsonNode, Answer> lookup) {
        return request -> {
            if (!trusted.test(request)) {
                throw Problem.empty(401);
            }
            return lookup.apply(request.query(), body(request));
        };
    }

    private static JsonNode body(Request request) {
        try {
            return CaselessJson.parse(request.body());
        } catch (MalformedJson e) {
            throw Problem.badRequest("The body is not JSON.", e);
        }
    }

    private Answer lookUp(JsonNode body) {
        String nin = body.path("ssn").asText("");
        String orgNo = body.path("orgno").asText("");
        if (nin.isEmpty() == orgNo.isEmpty()) {
            throw Problem.badRequest("Exactly one of Ssn and OrgNo is needed.");
        }
        Optional<? extends Party> party =
                nin.isEmpty() ? parties.get().organisation(orgNo) : parties.get().person(nin);
        return party.map(found -> Answers.json(PartyRecords.first(found).toString()))
                .orElseThrow(() -> Problem.empty(404));
    }

    private Answer query(QueryParameters parameters, JsonNode body) {
        PartyFields fields = PartyFields.of(parameters.first("fields").orElse("identifiers"));
        Set<String> urns = new LinkedHashSet<>();
        body.path("data").forEach(urn -> urns.add(urn.asText()));
        if (urns.isEmpty() || urns.size() > MOST_PARTIES) {
            throw Problem.badRequest("From 1 to 100 URNs are needed.");
        }
        ObjectNode answer = Json.object();
        ArrayNode found = answer.putArray("data");
        for (String urn : urns) {
            parties.get().named(urn).map(fields::render).ifPresent(found::add);
        }
        int status = found.size() == urns.size() ? 200 : 206;
        return Answer.of(status, MediaType.JSON, answer.toString());
    }

    private Answer mainUnits(JsonNode body) {
        Parties known = parties.get();
        ObjectNode answer = Json.object();
        ArrayNode found = answer.putArray("data");
        known.named(body.path("data").asText(""))
                .flatMap(known::mainUnit)
                .map(PartyRecords::second)
                .ifPresent(found::add);
        return Answers.json(answer.toString());
    }
}
