package no.altinn.events.query;

import no.altinn.events.event.Condition;
import no.altinn.events.event.EventQuery;
import no.altinn.events.event.EventStream;
import no.altinn.events.event.ResourceUrn;
import no.altinn.platform.http.QueryParameters;
import no.altinn.platform.http.Request;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a reader of app events asks for.
 *
 * @param after where to begin: an event's id, an opaque cursor, {@code now}, or empty for the start
 * @param size the most events of the page, 1 to 1 000
 * @param continuation tells the reader where to go on
 */
public record AppEventsRequest(
        EventQuery query, String after, int size, Continuation continuation) {
    private static final String PERSON = "person";

    /**
     * Events of one app, about a party where one is named.
     *
     * @param parties finds the party that a unit or person is
     * @throws InvalidQuery if a parameter is wrong
     * @throws UnknownParty if the unit or person is unknown
     */
    public static AppEventsRequest ofApp(
            Request request, String org, String app, PartyLookup parties, CallersCursors cursors) {
        QueryTexts.require(request, PERSON);
        List<Condition> conditions = conditions(request.query());
        String resource = ResourceUrn.ofApp(org, app);
        Subject subject = Subject.of(request, "app events of " + resource, parties, cursors);
        if (!subject.text().isEmpty()) {
            conditions.add(new Condition.SubjectIs(subject.text()));
        }
        return of(request, new EventStream.OfResource(resource), conditions, subject);
    }

    /**
     * Events of every app about one party.
     *
     * @param parties finds the party that a unit or person is
     * @throws InvalidQuery if a parameter is wrong or no party is named
     * @throws UnknownParty if the unit or person is unknown
     */
    public static AppEventsRequest ofParty(
            Request request, PartyLookup parties, CallersCursors cursors) {
        QueryTexts.require(request, PERSON);
        List<Condition> conditions = conditions(request.query());
        Subject subject = Subject.of(request, "events of all apps", parties, cursors);
        if (subject.text().isEmpty()) {
            throw new InvalidQuery(
                    "Subject must be specified using either query params party or unit or header"
                            + " value person.");
        }
        List<String> sources = request.query().all("source");
        if (!sources.isEmpty()) {
            conditions.add(new Condition.SourceLike(sources));
        }
        return of(request, new EventStream.OfAppsAbout(subject.text()), conditions, subject);
    }

    private static AppEventsRequest of(
            Request request, EventStream stream, List<Condition> conditions, Subject subject) {
        return new AppEventsRequest(
                new EventQuery(stream, conditions),
                subject.after(),
                PageSize.of(request.query()),
                subject.continuation());
    }

    /**
     * Whom a request is about, by its own words or by its cursor.
     *
     * @param text the subject that app events of the party carry; empty for none
     * @param after where to begin
     */
    private record Subject(String text, String after, Continuation continuation) {
        static Subject of(
                Request request, String read, PartyLookup parties, CallersCursors cursors) {
            Optional<PartyChoice> choice = PartyChoice.of(request);
            Place place = cursors.open(read, request.query().first("after").orElse(""));
            String named = choice.map(party -> party.subject(parties)).orElse("");
            String subject = place.subjectBesides(named, "The party, unit or person");
            boolean isInTheQuery =
                    choice.filter(party -> !(party instanceof PartyChoice.Person)).isPresent();
            return new Subject(
                    subject,
                    place.after(),
                    new Continuation(cursors, read, isInTheQuery ? place.subject() : subject));
        }
    }

    private static List<Condition> conditions(QueryParameters parameters) {
        Optional<String> from = parameters.first("from").filter(text -> !text.isBlank());
        if (from.isEmpty() && parameters.first("after").isEmpty()) {
            throw new InvalidQuery("The 'From' or 'After' parameter must be defined.");
        }
        List<Condition> conditions = new ArrayList<>();
        from.map(text -> new Condition.TimeFrom(Instants.parse("From", text)))
                .ifPresent(conditions::add);
        parameters
                .first("to")
                .filter(text -> !text.isBlank())
                .map(text -> new Condition.TimeTo(Instants.parse("To", text)))
                .ifPresent(conditions::add);
        if (PageSize.of(parameters) < 1) {
            throw new InvalidQuery("The 'Size' parameter must be a number larger that 0.");
        }
        Types.condition(parameters).ifPresent(conditions::add);
        return conditions;
    }
}
