package no.altinn.events.query;

import no.altinn.events.event.Condition;
import no.altinn.events.event.EventQuery;
import no.altinn.events.event.EventStream;
import no.altinn.events.event.ResourceUrn;
import no.altinn.platform.http.QueryParameters;
import no.altinn.platform.http.Request;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a reader of one resource's events asks for.
 *
 * @param after where to begin: an event's id, an opaque cursor, or {@code now}
 * @param size the most events of the page, 1 to 1 000
 * @param continuation tells the reader where to go on
 */
public record EventsRequest(EventQuery query, String after, int size, Continuation continuation) {
    private static final String ALTERNATIVE_SUBJECT = "Altinn-AlternativeSubject";

    /** No event has a longer one. */
    private static final int MAX_SUBJECT = 1_024;

    /**
     * Reads the query parameters and the header with the alternative subject, which a cursor may
     * stand in for.
     *
     * @throws InvalidQuery if a parameter is missing or wrong, or the header is
     */
    public static EventsRequest of(Request request, CallersCursors cursors) {
        QueryTexts.require(request, ALTERNATIVE_SUBJECT);
        QueryParameters parameters = request.query();
        String resource = resource(parameters);
        String after =
                parameters
                        .first("after")
                        .orElseThrow(
                                () -> new InvalidQuery("The 'after' parameter must be defined."));
        String read = "events of " + resource;
        Place place = cursors.open(read, after);
        String alternative = alternativeSubject(request, place);
        Optional<String> subject = parameters.first("subject");
        if (subject.isPresent() && !alternative.isEmpty()) {
            throw new InvalidQuery("Only one of 'subject' or 'alternativeSubject' can be defined.");
        }
        List<Condition> conditions = new ArrayList<>();
        subject.map(Condition.SubjectIs::new).ifPresent(conditions::add);
        if (!alternative.isEmpty()) {
            conditions.add(new Condition.AlternativeSubjectIs(alternative));
        }
        Types.condition(parameters).ifPresent(conditions::add);
        int size = PageSize.of(parameters);
        return new EventsRequest(
                new EventQuery(new EventStream.OfResource(resource), conditions),
                place.after(),
                size < 1 ? PageSize.DEFAULT : size,
                new Continuation(cursors, read, alternative));
    }

    private static String resource(QueryParameters parameters) {
        return parameters
                .first("resource")
                .filter(urn -> urn.startsWith(ResourceUrn.PREFIX))
                .orElseThrow(
                        () ->
                                new InvalidQuery(
                                        "The 'resource' parameter must begin with `%s`"
                                                .formatted(ResourceUrn.PREFIX)))
                .toLowerCase(Locale.ROOT);
    }

    /** The header's subject, or the one that the cursor has kept; empty for none. */
    private static String alternativeSubject(Request request, Place place) {
        String header = request.header(ALTERNATIVE_SUBJECT).orElse("");
        if (header.length() > MAX_SUBJECT) {
            throw new InvalidQuery(
                    "The header '%s' must not be over %d characters."
                            .formatted(ALTERNATIVE_SUBJECT, MAX_SUBJECT));
        }
        return place.subjectBesides(header, "The header '" + ALTERNATIVE_SUBJECT + "'");
    }
}
