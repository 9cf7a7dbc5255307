package no.altinn.rest.endpoint.authorization;

import no.altinn.rest.access.Caller;
import no.altinn.rest.access.Reportee;
import no.altinn.rest.access.Reportees;
import no.altinn.rest.delegation.Delegation;
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
import no.altinn.rest.permission.Administration;
import no.altinn.rest.permission.HeldRight;
import no.altinn.rest.permission.PartyRoles;
import no.altinn.rest.representation.Fields;
import no.altinn.rest.representation.Link;
import no.altinn.rest.representation.Listing;
import no.altinn.rest.representation.Resource;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * {@code {who}/authorization/delegations}: to whom a party gave what, for its administrators
 * (rest-resources.md, Authorization).
 */
public final class DelegationRoutes implements Routes {
    private static final String PATH = "authorization/delegations";
    private static final String ALL = "{who}/" + PATH;
    private static final String ONE = ALL + "/{rid}";
    private static final Set<String> READ = Set.of("altinn:delegations.read", "altinn:enduser");
    private static final Set<String> WRITE = Set.of("altinn:delegations.write", "altinn:enduser");

    private static final Predicate<Delegation> IS_ROLE = each -> each.gift() instanceof Gift.Role;

    private final Administration administration;
    private final PartyRoles roles;
    private final Receivers receivers;
    private final ReceiverBody named;
    private final GiftBody gifts;
    private final Reportees reportees;

    public DelegationRoutes(
            Administration administration,
            PartyRoles roles,
            Receivers receivers,
            GiftBody gifts,
            Reportees reportees) {
        this.administration = administration;
        this.roles = roles;
        this.receivers = receivers;
        this.named = new ReceiverBody(receivers);
        this.gifts = gifts;
        this.reportees = reportees;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                route("GET", ALL, READ, this::list),
                route("POST", ALL, WRITE, this::give),
                route("DELETE", ALL, WRITE, this::withdrawAsked),
                route("GET", ONE, READ, this::one),
                route("DELETE", ONE, WRITE, this::withdrawAll),
                route("GET", ONE + "/roles", READ, this::roles),
                route("DELETE", ONE + "/roles/{id}", WRITE, this::withdrawRole),
                route("GET", ONE + "/rights", READ, this::rights),
                route("DELETE", ONE + "/rights/{id}", WRITE, this::withdrawRight));
    }

    private static Route route(
            String method, String template, Set<String> scopes, Endpoint endpoint) {
        return Route.of(method, template, Category.AUTHORIZATION, Needs.USER, scopes, endpoint);
    }

    private Reply list(Visit visit) {
        List<Receiver> holders =
                administration.given(visit.user(), visit.who()).stream()
                        .filter(asked(visit))
                        .map(Delegation::receiver)
                        .distinct()
                        .toList();
        String address = visit.whoAddress(PATH);
        Map<Receiver, Receivers.Shown> shown = receivers.shown(holders);
        return Reply.of(
                Listing.of(
                        RightHolderResource.REL,
                        RightHolderResource.TYPE,
                        holders.stream()
                                .map(each -> RightHolderResource.of(each, shown.get(each), address))
                                .toList(),
                        Link.of("self", address),
                        Link.template("find", address + "/{RightHolderId}")));
    }

    /** What the parameters {@code receiverId}, {@code roleId} and {@code authzRuleId} ask for. */
    private Predicate<Delegation> asked(Visit visit) {
        Optional<String> receiver = visit.parameter("receiverId");
        Optional<Predicate<Delegation>> role =
                visit.parameter("roleId").map(id -> isRole(visit.who().partyId(), id));
        Optional<Predicate<Delegation>> right =
                visit.parameter("authzRuleId").map(DelegationRoutes::isRight);
        return each ->
                receiver.map(each.receiver().id()::equalsIgnoreCase).orElse(true)
                        && role.map(rule -> rule.test(each)).orElse(true)
                        && right.map(rule -> rule.test(each)).orElse(true);
    }

    /** A role is named by the id of the delegation, or by that of its definition. */
    private Predicate<Delegation> isRole(int partyId, String text) {
        int id = Ids.number(text).orElse(0);
        Optional<Gift> gift = roles.find(partyId, id).map(role -> new Gift.Role(role.code()));
        return IS_ROLE.and(
                each -> each.number() == id || gift.filter(each.gift()::equals).isPresent());
    }

    private static Predicate<Delegation> isRight(String text) {
        int id = Ids.number(text).orElse(0);
        return IS_ROLE.negate().and(each -> each.number() == id);
    }

    private Reply give(Visit visit) {
        Fields body = visit.body();
        Reportee who = visit.who();
        ReceiverBody.Named whom = ReceiverBody.read(body);
        List<Gift> given = gifts.gifts(body, who.partyId());
        // Before anybody is looked for, so that only administrators may try numbers and names.
        administration.require(visit.user(), who);
        Receivers.Found found = named.find(whom);
        administration.give(visit.user(), who, found, given, nameOf(visit.user()));
        return Reply.created(visit.whoAddress(PATH + "/" + found.receiver().id()));
    }

    private String nameOf(Caller.User user) {
        Optional<Reportee> oneself =
                user.partyId().isPresent()
                        ? reportees.find(user.partyId().getAsInt())
                        : user.enterprise().flatMap(reportees::organisation);
        return oneself.map(Reportee::name).orElse("");
    }

    private Reply one(Visit visit) {
        Receiver receiver = Ids.receiver(visit.value("rid"));
        given(visit, receiver);
        return Reply.of(
                RightHolderResource.of(
                        receiver,
                        receivers.shown(List.of(receiver)).get(receiver),
                        visit.whoAddress(PATH)));
    }

    private Reply roles(Visit visit) {
        Receiver receiver = Ids.receiver(visit.value("rid"));
        return Reply.of(
                Listing.of(
                        RoleResource.REL,
                        RoleResource.TYPE,
                        RoleResource.of(
                                given(visit, receiver),
                                roles.byCode(visit.who().partyId()),
                                visit.language(),
                                id -> RoleRoutes.definition(visit, id)),
                        Link.of("self", visit.whoAddress(path(receiver, "roles")))));
    }

    private Reply rights(Visit visit) {
        Receiver receiver = Ids.receiver(visit.value("rid"));
        List<Resource> rights = given(visit, receiver).stream().flatMap(this::right).toList();
        return Reply.of(
                Listing.of(
                        RightResource.REL,
                        RightResource.TYPE,
                        rights,
                        Link.of("self", visit.whoAddress(path(receiver, "rights")))));
    }

    private Stream<Resource> right(Delegation delegation) {
        return delegation.gift() instanceof Gift.Right right
                ? Stream.of(RightResource.of(new HeldRight(delegation.number(), right, true), true))
                : Stream.empty();
    }

    private static String path(Receiver receiver, String what) {
        return PATH + "/" + receiver.id() + "/" + what;
    }

    /** What somebody was given; to have been given nothing is to be no right holder. */
    private List<Delegation> given(Visit visit, Receiver receiver) {
        List<Delegation> given = administration.given(visit.user(), visit.who(), receiver);
        if (given.isEmpty()) {
            throw RestError.notFound();
        }
        return given;
    }

    private Reply withdrawAsked(Visit visit) {
        boolean isClear =
                visit.parameter("receiverId").isPresent()
                        && visit.parameter("roleId").isPresent()
                                != visit.parameter("authzRuleId").isPresent();
        if (!isClear) {
            throw RestError.badRequest(
                    "The parameter 'receiverId' and either 'roleId' or 'authzRuleId' are needed.");
        }
        return withdraw(
                visit, Ids.receiver(visit.parameter("receiverId").orElseThrow()), asked(visit));
    }

    private Reply withdrawAll(Visit visit) {
        return withdraw(visit, Ids.receiver(visit.value("rid")), each -> true);
    }

    private Reply withdrawRole(Visit visit) {
        return withdraw(
                visit,
                Ids.receiver(visit.value("rid")),
                isRole(visit.who().partyId(), visit.value("id")));
    }

    private Reply withdrawRight(Visit visit) {
        return withdraw(visit, Ids.receiver(visit.value("rid")), isRight(visit.value("id")));
    }

    private Reply withdraw(Visit visit, Receiver receiver, Predicate<Delegation> which) {
        List<Delegation> some = given(visit, receiver).stream().filter(which).toList();
        if (some.isEmpty()) {
            throw RestError.notFound();
        }
        administration.withdraw(visit.user(), visit.who(), some);
        return Reply.done();
    }
}
