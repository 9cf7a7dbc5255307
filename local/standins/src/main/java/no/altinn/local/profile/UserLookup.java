package no.altinn.local.profile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.local.register.PartyRecords;
import no.altinn.local.testdata.Parties;
import no.altinn.local.testdata.Person;
import no.altinn.local.web.Answers;
import no.altinn.local.web.CaselessJson;
import no.altinn.local.web.Endpoints;
import no.altinn.platform.http.Answer;
import no.altinn.platform.http.Problem;
import no.altinn.platform.http.Request;
import no.altinn.platform.json.Json;
import no.altinn.platform.json.MalformedJson;

import org.eclipse.jetty.server.Handler;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Stands in for Altinn's Profile, for callers with a platform access token. Thread-safe. */
public final class UserLookup {
    private static final int PERSON_WITH_NUMBER = 1;

    private final Supplier<Parties> parties;
    private final Predicate<Request> trusted;

    /**
     * @param trusted whether a request has a valid platform access token
     */
    public UserLookup(Supplier<Parties> parties, Predicate<Request> trusted) {
        this.parties = parties;
        this.trusted = trusted;
    }

    /** Serves the lookup under {@code /profile/api/}. */
    public Handler handler() {
        return Endpoints.builder().post("/profile/api/v1/internal/user", this::lookUp).build();
    }

    private Answer lookUp(Request request) {
        if (!trusted.test(request)) {
            throw Problem.empty(401);
        }
        return person(body(request))
                .map(person -> Answers.json(profile(person).toString()))
                .orElseThrow(() -> Problem.empty(404));
    }

    private Optional<Person> person(JsonNode body) {
        String nin = body.path("ssn").asText("");
        int userId = body.path("userid").asInt();
        if (nin.isEmpty() && userId < 1) {
            throw Problem.badRequest("Ssn or UserId is needed.");
        }
        return nin.isEmpty() ? parties.get().user(userId) : parties.get().person(nin);
    }

    private static JsonNode body(Request request) {
        try {
            return CaselessJson.parse(request.body());
        } catch (MalformedJson e) {
            throw Problem.badRequest("The body is not JSON.", e);
        }
    }

    /** A person who logs in by number has no user name, like most users of Altinn. */
    private static ObjectNode profile(Person person) {
        ObjectNode profile =
                Json.object()
                        .put("userId", person.userId())
                        .put("userUuid", person.uuid().toString())
                        .put("userType", PERSON_WITH_NUMBER)
                        .put("userName", "")
                        .put("phoneNumber", person.contact().mobile())
                        .put("email", person.contact().email())
                        .put("isReserved", false)
                        .put("partyId", person.partyId());
        profile.putObject("profileSettingPreference").put("language", "nb");
        return profile.set("party", PartyRecords.first(person));
    }
}
