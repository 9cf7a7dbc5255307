package no.altinn.local.authorization;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.local.register.PartyRecords;
import no.altinn.local.testdata.Organisation;
import no.altinn.local.testdata.Parties;
import no.altinn.local.testdata.Party;
import no.altinn.local.testdata.Person;
import no.altinn.local.web.Answers;
import no.altinn.local.web.Endpoint;
import no.altinn.local.web.Endpoints;
import no.altinn.platform.http.Answer;
import no.altinn.platform.http.Problem;
import no.altinn.platform.http.Request;

import org.eclipse.jetty.server.Handler;

import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Stands in for what Altinn's Authorization tells of users: the parties that they represent by
 * public registers, and their roles there. For callers with a platform access token. Thread-safe.
 */
public final class Representation {
    private static final String ONLY_ABOVE = "onlyHierarchyElementWithNoAccess";

    private final Supplier<Parties> parties;
    private final Predicate<Request> trusted;

    /**
     * @param trusted whether a request has a valid platform access token
     */
    public Representation(Supplier<Parties> parties, Predicate<Request> trusted) {
        this.parties = parties;
        this.trusted = trusted;
    }

    /** Serves {@code parties} and {@code roles} under {@code /authorization/api/v1/}. */
    public Handler handler() {
        return Endpoints.builder()
                .get("/authorization/api/v1/parties", guarded(this::parties))
                .get("/authorization/api/v1/roles", guarded(this::roles))
                .build();
    }

    private Endpoint guarded(Endpoint endpoint) {
        return request -> {
            if (!trusted.test(request)) {
                throw Problem.empty(401);
            }
            return endpoint.answer(request);
        };
    }

    private Answer parties(Request request) {
        Parties known = parties.get();
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        known.user(number(request, "userId")).ifPresent(user -> addAll(list, known, user));
        return Answers.json(list.toString());
    }

    private static void addAll(ArrayNode list, Parties known, Person user) {
        list.add(PartyRecords.first(user));
        known.organisations().stream()
                .map(unit -> tree(unit, user))
                .flatMap(Optional::stream)
                .forEach(list::add);
    }

    /** A unit with those below it that the user represents; empty where there is none. */
    private static Optional<ObjectNode> tree(Organisation unit, Person user) {
        ObjectNode json = PartyRecords.first(unit);
        ArrayNode below = json.putArray("childParties");
        unit.subUnits().stream()
                .map(child -> tree(child, user))
                .flatMap(Optional::stream)
                .forEach(below::add);
        boolean represents = !user.rolesFor(unit).isEmpty();
        json.put(ONLY_ABOVE, !represents);
        return represents || !below.isEmpty() ? Optional.of(json) : Optional.empty();
    }

    private Answer roles(Request request) {
        Parties known = parties.get();
        Optional<Party> party =
                known.named("urn:altinn:party:id:" + number(request, "offeredByPartyId"));
        Set<String> codes =
                known.user(number(request, "coveredByUserId"))
                        .flatMap(user -> party.map(user::rolesFor))
                        .orElse(Set.of());
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        codes.forEach(code -> list.addObject().put("type", "altinn").put("value", code));
        return Answers.json(list.toString());
    }

    private static int number(Request request, String name) {
        try {
            return request.query().first(name).map(Integer::valueOf).orElseThrow();
        } catch (NumberFormatException | NoSuchElementException e) {
            throw Problem.badRequest("The parameter '%s' must be a number.".formatted(name), e);
        }
    }
}
