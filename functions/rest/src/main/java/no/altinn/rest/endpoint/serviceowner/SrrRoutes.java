package no.altinn.rest.endpoint.serviceowner;

import no.altinn.rest.access.Reportees;
import no.altinn.rest.catalogue.Catalogue;
import no.altinn.rest.catalogue.ServiceKey;
import no.altinn.rest.door.Category;
import no.altinn.rest.door.Content;
import no.altinn.rest.door.Endpoint;
import no.altinn.rest.door.Needs;
import no.altinn.rest.door.Reply;
import no.altinn.rest.door.RestError;
import no.altinn.rest.door.Route;
import no.altinn.rest.door.Routes;
import no.altinn.rest.door.Visit;
import no.altinn.rest.profile.Profiles;
import no.altinn.rest.representation.Fields;
import no.altinn.rest.representation.InvalidBody;
import no.altinn.rest.representation.Link;
import no.altinn.rest.representation.Listing;
import no.altinn.rest.representation.Resource;
import no.altinn.rest.srr.OperationStatus;
import no.altinn.rest.srr.SrrRight;
import no.altinn.rest.srr.SrrRule;
import no.altinn.rest.srr.SrrRules;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** {@code serviceowner/srr}: which parties a service owner admits (rest-resources.md). */
public final class SrrRoutes implements Routes {
    /** How many rules one request adds. */
    static final int MOST_AT_ONCE = 500;

    private static final String ALL = SrrResource.PATH;
    private static final String ONE = ALL + "/{id}";
    private static final Set<String> READ =
            Set.of("altinn:serviceowner", "altinn:serviceowner/srr.read");
    private static final Set<String> WRITE =
            Set.of("altinn:serviceowner", "altinn:serviceowner/srr.write");

    private final SrrRules rules;
    private final Catalogue catalogue;
    private final Subjects subjects;

    public SrrRoutes(SrrRules rules, Catalogue catalogue, Profiles profiles, Reportees reportees) {
        this.rules = rules;
        this.catalogue = catalogue;
        this.subjects = new Subjects(profiles, reportees);
    }

    @Override
    public List<Route> routes() {
        return List.of(
                route("GET", ALL, READ, this::list),
                route("POST", ALL, WRITE, this::add),
                route("GET", ONE, READ, this::one),
                route("PUT", ONE, WRITE, this::replace),
                route("DELETE", ONE, WRITE, this::remove));
    }

    private static Route route(
            String method, String template, Set<String> scopes, Endpoint endpoint) {
        return Route.of(
                method, template, Category.SERVICE_OWNER, Needs.SERVICE_OWNER, scopes, endpoint);
    }

    private Reply list(Visit visit) {
        Optional<String> code = visit.parameter("serviceCode");
        Optional<Integer> edition = OwnServices.edition(visit);
        Optional<String> reportee = visit.parameter("reportee");
        List<SrrRule> found =
                Subjects.owners(visit).stream()
                        .map(owner -> rulesOf(owner, code, edition))
                        .flatMap(List::stream)
                        .toList();
        Predicate<SrrRule> isWanted =
                rule ->
                        code.orElse(rule.service().code()).equals(rule.service().code())
                                && edition.orElse(rule.service().edition())
                                        == rule.service().edition()
                                && reportee.orElse(rule.reportee()).equals(rule.reportee());
        return Reply.of(
                listing(
                        visit,
                        found.stream()
                                .filter(isWanted)
                                .map(rule -> resource(visit, rule))
                                .toList()));
    }

    private List<SrrRule> rulesOf(String owner, Optional<String> code, Optional<Integer> edition) {
        return code.isPresent() && edition.isPresent()
                ? rules.of(owner, new ServiceKey(code.get(), edition.get()))
                : rules.of(owner);
    }

    private static Listing listing(Visit visit, List<Resource> items) {
        return Listing.of(
                SrrResource.REL,
                SrrResource.TYPE,
                items,
                Link.of("self", visit.address(ALL)),
                Link.template("find", visit.address(ALL + "/{Id}")));
    }

    private static Resource resource(Visit visit, SrrRule rule) {
        return SrrResource.of(rule, OperationStatus.OK, visit.address(ALL));
    }

    private Reply one(Visit visit) {
        return Reply.of(resource(visit, rule(visit)));
    }

    private SrrRule rule(Visit visit) {
        String id = visit.value("id");
        if (!id.matches("[1-9][0-9]{0,17}")) {
            throw RestError.notFound();
        }
        return Subjects.owners(visit).stream()
                .map(owner -> rules.find(owner, Long.parseLong(id)))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(RestError::notFound);
    }

    private Reply add(Visit visit) {
        List<Fields> sent = visit.body().items();
        if (sent.isEmpty() || sent.size() > MOST_AT_ONCE) {
            throw new InvalidBody(
                    "The body must be a list of 1 to %d rules".formatted(MOST_AT_ONCE));
        }
        List<String> owners = Subjects.owners(visit);
        // All are read before the first is kept: a body that is refused leaves nothing behind.
        List<Wish> wishes = sent.stream().map(each -> wish(owners, each)).toList();
        List<Resource> answers = wishes.stream().map(each -> added(visit, each)).toList();
        return Reply.of(201, new Content.Many(listing(visit, answers)))
                .with("Location", visit.address(ALL));
    }

    /**
     * A rule as it was sent; empty if it cannot be kept, for the reason that the status tells.
     *
     * @param owner the code of the service's owner
     */
    private record Wish(Fields sent, String owner, Optional<SrrRule> rule, OperationStatus status) {
        static Wish refused(Fields sent, OperationStatus status) {
            return new Wish(sent, "", Optional.empty(), status);
        }
    }

    private Wish wish(List<String> owners, Fields sent) {
        ServiceKey service =
                new ServiceKey(
                        sent.text("ServiceCode").orElse(""),
                        sent.number("ServiceEditionCode").orElse(0));
        String reportee = sent.text("Reportee").orElse("").strip();
        Optional<SrrRight> right = right(sent);
        Optional<OffsetDateTime> validTo = SrrResource.validTo(sent);
        Optional<Boolean> isRecipient = SrrResource.isRecipient(sent);
        Optional<String> owner = OwnServices.owner(catalogue, owners, service);
        if (owner.isEmpty()) {
            return Wish.refused(sent, OperationStatus.SERVICE_NOT_FOUND);
        }
        if (right.isEmpty()) {
            return Wish.refused(sent, OperationStatus.INVALID_RIGHT);
        }
        return subjects.isKnown(reportee)
                ? new Wish(
                        sent,
                        owner.get(),
                        Optional.of(
                                new SrrRule(service, reportee, right.get(), validTo, isRecipient)),
                        OperationStatus.OK)
                : Wish.refused(sent, OperationStatus.REPORTEE_NOT_FOUND);
    }

    private Resource added(Visit visit, Wish wish) {
        if (wish.rule().isEmpty()) {
            return SrrResource.refused(wish.sent(), wish.status());
        }
        SrrRule rule = wish.rule().get();
        OperationStatus status = rules.add(wish.owner(), rule);
        return switch (status) {
            case OK -> SrrResource.of(rule, status, visit.address(ALL));
            case RULE_ALREADY_EXISTS ->
                    SrrResource.of(
                            rules.find(wish.owner(), rule.id()).orElse(rule),
                            status,
                            visit.address(ALL));
            default -> SrrResource.refused(wish.sent(), status);
        };
    }

    private static Optional<SrrRight> right(Fields sent) {
        String title = sent.text("Right").orElse("");
        return Arrays.stream(SrrRight.values())
                .filter(each -> each.title().equalsIgnoreCase(title))
                .findFirst();
    }

    /** Service, party and right are what a rule is; its time and condition may change. */
    private Reply replace(Visit visit) {
        Fields sent = visit.body();
        SrrRule before = rule(visit);
        boolean isSame =
                sent.text("ServiceCode").map(before.service().code()::equals).orElse(true)
                        && sent.number("ServiceEditionCode").orElse(before.service().edition())
                                == before.service().edition()
                        && sent.text("Reportee").map(before.reportee()::equals).orElse(true)
                        && sent.text("Right")
                                .map(before.right().title()::equalsIgnoreCase)
                                .orElse(true);
        if (!isSame) {
            throw new InvalidBody("A rule keeps its service, Reportee and Right");
        }
        SrrRule after = before.until(SrrResource.validTo(sent), SrrResource.isRecipient(sent));
        if (after.validTo().filter(rules::hasPassed).isPresent()) {
            throw new InvalidBody("ValidTo has passed");
        }
        if (Subjects.owners(visit).stream().noneMatch(owner -> rules.replace(owner, after))) {
            throw RestError.notFound();
        }
        return Reply.done();
    }

    private Reply remove(Visit visit) {
        long id = rule(visit).id();
        if (Subjects.owners(visit).stream().noneMatch(owner -> rules.remove(owner, id))) {
            throw RestError.notFound();
        }
        return Reply.done();
    }
}
