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
 * @param after where to begin
 * @param size the most events of the page, 1 to 1 000
 */
public record EventsRequest(EventQuery query, String after, int size) {
    private static final String ALTERNATIVE_SUBJECT = "Altinn-AlternativeSubject";

    /**
     * Reads the query parameters and the header with the alternative subject.
     *
     * @throws InvalidQuery if a parameter is missing or wrong
     */
    public static EventsRequest of(Request request) {
        QueryTexts.require(request, ALTERNATIVE_SUBJECT);
        QueryParameters parameters = request.query();
        String resource =
                parameters
                        .first("resource")
                        .filter(urn -> urn.startsWith(ResourceUrn.PREFIX))
                        .orElseThrow(
                                () ->
                                        new InvalidQuery(
                                                "The 'resource' parameter must begin with `%s`"
                                                        .formatted(ResourceUrn.PREFIX)));
        String after =
                parameters
                        .first("after")
                        .orElseThrow(
                                () -> new InvalidQuery("The 'after' parameter must be defined."));
        Optional<String> subject = parameters.first("subject");
        Optional<String> alternative =
                request.header(ALTERNATIVE_SUBJECT).filter(text -> !text.isEmpty());
        if (subject.isPresent() && alternative.isPresent()) {
            throw new InvalidQuery("Only one of 'subject' or 'alternativeSubject' can be defined.");
        }
        List<Condition> conditions = new ArrayList<>();
        subject.map(Condition.SubjectIs::new).ifPresent(conditions::add);
        alternative.map(Condition.AlternativeSubjectIs::new).ifPresent(conditions::add);
        Types.condition(parameters).ifPresent(conditions::add);
        EventQuery query =
                new EventQuery(
                        new EventStream.OfResource(resource.toLowerCase(Locale.ROOT)), conditions);
        int size = PageSize.of(parameters);
        return new EventsRequest(query, after, size < 1 ? PageSize.DEFAULT : size);
    }
}
