package no.altinn.rest.endpoint.serviceowner;

import no.altinn.rest.access.Reportee;
import no.altinn.rest.access.Reportees;
import no.altinn.rest.delegation.Delegation;
import no.altinn.rest.delegation.Delegations;
import no.altinn.rest.delegation.Gift;
import no.altinn.rest.delegation.Receiver;
import no.altinn.rest.delegation.Receivers;
import no.altinn.rest.door.Category;
import no.altinn.rest.door.Endpoint;
import no.altinn.rest.door.Needs;
import no.altinn.rest.door.Reply;
import no.altinn.rest.door.RestError;
import no.altinn.rest.door.Route;
import no.altinn.rest.door.Routes;
import no.altinn.rest.door.Visit;
import no.altinn.rest.endpoint.authorization.GiftBody;
import no.altinn.rest.endpoint.authorization.Ids;
import no.altinn.rest.endpoint.authorization.ReceiverBody;
import no.altinn.rest.profile.Profiles;
import no.altinn.rest.representation.Fields;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code serviceowner/delegations/roles}: a service owner gives the role {@code A0282} on a party's
 * behalf, and withdraws what it gave (rest-resources.md, Service owners).
 */
public final class OwnerDelegationRoutes implements Routes {
    private static final Gift ONLY = new Gift.Role("A0282");
    private static final String PATH = "serviceowner/delegations/roles";
    private static final Set<String> SCOPES =
            Set.of("altinn:serviceowner", "altinn:serviceowner/delegations.write");

    private final Delegations delegations;
    private final Subjects subjects;
    private final ReceiverBody receivers;
    private final GiftBody gifts;

    public OwnerDelegationRoutes(
            Delegations delegations,
            Receivers receivers,
            GiftBody gifts,
            Profiles profiles,
            Reportees reportees) {
        this.delegations = delegations;
        this.subjects = new Subjects(profiles, reportees);
        this.receivers = new ReceiverBody(receivers);
        this.gifts = gifts;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                route("POST", PATH, this::give), route("DELETE", PATH + "/{id}", this::withdraw));
    }

    private static Route route(String method, String template, Endpoint endpoint) {
        return Route.of(
                method, template, Category.SERVICE_OWNER, Needs.SERVICE_OWNER, SCOPES, endpoint);
    }

    private Reply give(Visit visit) {
        String owner = Subjects.owners(visit).get(0);
        Reportee party = subjects.party(visit, "onBehalfOf");
        Fields body = visit.body();
        ReceiverBody.Named named = ReceiverBody.read(body);
        if (!gifts.gifts(body, party.partyId()).equals(List.of(ONLY))) {
            throw RestError.forbidden("Service owners delegate the role A0282 only");
        }
        Receivers.Found found = receivers.find(named);
        if (found.receiver().equals(new Receiver.Party(party.partyId()))) {
            throw RestError.badRequest("A party cannot delegate to itself");
        }
        Delegation given =
                delegations.give(
                        party.partyId(),
                        found.receiver(),
                        found.subject(),
                        ONLY,
                        new Delegation.Giver("", owner));
        return Reply.created(visit.address(PATH + "/" + given.number()));
    }

    private Reply withdraw(Visit visit) {
        Delegation given =
                Subjects.owners(visit).stream()
                        .map(owner -> delegations.givenBy(owner, Ids.known(visit.value("id"))))
                        .flatMap(Optional::stream)
                        .findFirst()
                        .orElseThrow(RestError::notFound);
        delegations.withdraw(given);
        return Reply.done();
    }
}
