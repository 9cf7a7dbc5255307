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
 * @param after where to begin; empty for the start
 * @param size the most events of the page, 1 to 1 000
 */
public record AppEventsRequest(EventQuery query, String after, int size) {
    private static final String PERSON = "person";

    /**
     * Events of one app, about a party where one is named.
     *
     * @param parties finds the party that a unit or person is
     * @throws InvalidQuery if a parameter is wrong
     * @throws UnknownParty if the unit or person is unknown
     */
    public static AppEventsRequest ofApp(
            Request request, String org, String app, PartyLookup parties) {
        QueryTexts.require(request, PERSON);
        List<Condition> conditions = conditions(request.query());
        PartyChoice.of(request)
                .map(choice -> choice.subject(parties))
                .map(Condition.SubjectIs::new)
                .ifPresent(conditions::add);
        return of(request, new EventStream.OfResource(ResourceUrn.ofApp(org, app)), conditions);
    }

    /**
     * Events of every app about one party.
     *
     * @param parties finds the party that a unit or person is
     * @throws InvalidQuery if a parameter is wrong or no party is named
     * @throws UnknownParty if the unit or person is unknown
     */
    public static AppEventsRequest ofParty(Request request, PartyLookup parties) {
        QueryTexts.require(request, PERSON);
        List<Condition> conditions = conditions(request.query());
        PartyChoice choice =
                PartyChoice.of(request)
                        .orElseThrow(
                                () ->
                                        new InvalidQuery(
                                                "Subject must be specified using either query"
                                                        + " params party or unit or header value"
                                                        + " person."));
        List<String> sources = request.query().all("source");
        if (!sources.isEmpty()) {
            conditions.add(new Condition.SourceLike(sources));
        }
        return of(request, new EventStream.OfAppsAbout(choice.subject(parties)), conditions);
    }

    private static AppEventsRequest of(
            Request request, EventStream stream, List<Condition> conditions) {
        QueryParameters parameters = request.query();
        int size = PageSize.of(parameters);
        return new AppEventsRequest(
                new EventQuery(stream, conditions), parameters.first("after").orElse(""), size);
    }

    private static List<Condition> conditions(QueryParameters parameters) {
        Optional<String> from = parameters.first("from");
        if (from.isEmpty() && parameters.first("after").isEmpty()) {
            throw new InvalidQuery("The 'From' or 'After' parameter must be defined.");
        }
        List<Condition> conditions = new ArrayList<>();
        from.map(text -> new Condition.TimeFrom(Instants.parse("From", text)))
                .ifPresent(conditions::add);
        parameters
                .first("to")
                .map(text -> new Condition.TimeTo(Instants.parse("To", text)))
                .ifPresent(conditions::add);
        if (PageSize.of(parameters) < 1) {
            throw new InvalidQuery("The 'Size' parameter must be a number larger that 0.");
        }
        Types.condition(parameters).ifPresent(conditions::add);
        return conditions;
    }
}
