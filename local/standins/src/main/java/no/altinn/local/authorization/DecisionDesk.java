package no.altinn.local.authorization;

import no.altinn.local.testdata.Parties;
import no.altinn.local.testdata.Party;
import no.altinn.local.web.Answers;
import no.altinn.local.web.Endpoints;
import no.altinn.local.web.OwnPages;
import no.altinn.platform.http.Answer;
import no.altinn.platform.http.Problem;
import no.altinn.platform.http.Request;
import no.altinn.platform.pdp.Attribute;
import no.altinn.platform.pdp.AttributeId;
import no.altinn.platform.pdp.Subjects;

import org.eclipse.jetty.server.Handler;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * May this caller do that with events about somebody? For the start page: the decision that the
 * Events app would get, with the rule that made it. Thread-safe.
 */
public final class DecisionDesk {
    private static final int LONGEST = 1_024;
    private static final String RESOURCE = "urn:altinn:resource:";
    private static final String APP = "app_";
    private static final Set<String> ACTIONS = Set.of("publish", "subscribe", "read");

    private final Supplier<Policies> policies;
    private final Supplier<Parties> parties;

    /** Decides by what the suppliers give at the time of each request. */
    public DecisionDesk(Supplier<Policies> policies, Supplier<Parties> parties) {
        this.policies = policies;
        this.parties = parties;
    }

    /**
     * Serves {@code GET /local/decision} with {@code caller} as consumers are named, such as {@code
     * /org/ttd}, {@code action}, {@code resource} with or without its URN prefix, and {@code
     * subject} as events have it, or none.
     */
    public Handler handler() {
        return Endpoints.builder().get("/local/decision", OwnPages.only(this::decide)).build();
    }

    private Answer decide(Request request) {
        Question question =
                new Question(
                        List.of(
                                category(XacmlCategory.SUBJECT, List.of(caller(request))),
                                category(
                                        XacmlCategory.ACTION,
                                        List.of(Attribute.of(AttributeId.ACTION, action(request)))),
                                category(XacmlCategory.RESOURCE, resource(request))));
        return Answers.json(policies.get().explain(question, parties.get()).toJson().toString());
    }

    private static XacmlCategory category(String id, List<Attribute> attributes) {
        return new XacmlCategory(
                id,
                "",
                attributes.stream()
                        .map(one -> new XacmlAttribute(one.id(), one.value(), "", false))
                        .toList());
    }

    private Attribute caller(Request request) {
        return named(required(request, "caller"), "caller");
    }

    private static String action(Request request) {
        String action = required(request, "action");
        if (!ACTIONS.contains(action)) {
            throw Problem.badRequest("The action is publish, subscribe or read.");
        }
        return action;
    }

    private List<Attribute> resource(Request request) {
        String name = withoutPrefix(required(request, "resource"));
        if (!name.matches("[^\\s:]+")) {
            throw Problem.badRequest(
                    "The resource is a name such as ttd-parking, with or without"
                            + " urn:altinn:resource: before it.");
        }
        List<Attribute> attributes = new ArrayList<>();
        attributes.add(Attribute.of("urn:altinn:resource", name));
        attributes.addAll(app(name));
        optional(request, "subject")
                .map(subject -> named(subject, "subject"))
                .ifPresent(attributes::add);
        return attributes;
    }

    private static String withoutPrefix(String resource) {
        return resource.toLowerCase(Locale.ROOT).startsWith(RESOURCE)
                ? resource.substring(RESOURCE.length())
                : resource;
    }

    /** The decision point is asked about an app by its own names, too. */
    private static List<Attribute> app(String resource) {
        String[] parts = resource.split("_", 3);
        return resource.startsWith(APP) && parts.length == 3
                ? List.of(
                        Attribute.of(AttributeId.ORG, parts[1]),
                        Attribute.of(AttributeId.APP, parts[2]))
                : List.of();
    }

    /** A person's number is never sent to the decision point; Register gives the party instead. */
    private Attribute named(String text, String parameter) {
        Optional<Attribute> attribute =
                text.startsWith(Subjects.PERSON)
                        ? parties.get()
                                .named(text)
                                .map(Party::uuid)
                                .map(uuid -> Attribute.of(AttributeId.PARTY_UUID, uuid.toString()))
                        : Subjects.of(text);
        return attribute.orElseThrow(
                () ->
                        Problem.badRequest(
                                ("The %s is such as /org/ttd, /user/20000001, /party/50000001,"
                                                + " /organisation/310000001, /systemuser/{uuid} or"
                                                + " a URN of a known party.")
                                        .formatted(parameter)));
    }

    private static String required(Request request, String name) {
        return optional(request, name)
                .orElseThrow(
                        () -> Problem.badRequest("The parameter '%s' is missing.".formatted(name)));
    }

    private static Optional<String> optional(Request request, String name) {
        Optional<String> value = request.query().first(name).map(String::strip);
        if (value.filter(text -> text.length() > LONGEST).isPresent()) {
            throw Problem.badRequest(
                    "The parameter '%s' has at most %d characters.".formatted(name, LONGEST));
        }
        return value.filter(text -> !text.isEmpty());
    }
}
