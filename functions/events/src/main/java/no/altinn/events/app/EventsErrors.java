package no.altinn.events.app;

import no.altinn.events.delivery.EventGone;
import no.altinn.events.delivery.NotRetried;
import no.altinn.events.delivery.TestRefused;
import no.altinn.events.delivery.UnknownDelivery;
import no.altinn.events.erase.UnknownEvent;
import no.altinn.events.event.EventTooLarge;
import no.altinn.events.event.IncompleteRequest;
import no.altinn.events.event.InvalidCursor;
import no.altinn.events.event.InvalidEvent;
import no.altinn.events.event.InvalidResource;
import no.altinn.events.job.AnotherJobRuns;
import no.altinn.events.job.UnknownJob;
import no.altinn.events.log.InvalidLogEntry;
import no.altinn.events.publish.ForeignSource;
import no.altinn.events.publish.NotPermitted;
import no.altinn.events.query.InvalidQuery;
import no.altinn.events.query.UnknownParty;
import no.altinn.events.signing.TooManyKeys;
import no.altinn.events.subscription.InvalidSubscription;
import no.altinn.events.subscription.MissingScope;
import no.altinn.events.subscription.NotAuthorized;
import no.altinn.events.subscription.NotServed;
import no.altinn.events.subscription.NotYours;
import no.altinn.events.subscription.UnknownSubscription;
import no.altinn.events.subscription.WrongDeliveryMode;
import no.altinn.platform.app.ErrorAnswers;
import no.altinn.platform.auth.Refusal;
import no.altinn.platform.client.Unavailable;
import no.altinn.platform.http.Problem;
import no.altinn.platform.register.RegisterUnavailable;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The table of the rules' exceptions and the answers that clients get for them. */
public final class EventsErrors implements ErrorAnswers {
    private static final List<Row<?>> TABLE =
            List.of(
                    // What the client sent.
                    row(
                            InvalidEvent.class,
                            e -> Problem.badBody(e.getMessage()).logged(e.logged())),
                    row(
                            InvalidResource.class,
                            e ->
                                    Problem.badRequest(e.getMessage())
                                            .explained(e.detail(), e.logged())),
                    row(
                            IncompleteRequest.class,
                            e -> Problem.badRequest(e.getMessage()).explained(e.detail())),
                    row(InvalidQuery.class, e -> Problem.badRequest(e.getMessage())),
                    row(InvalidLogEntry.class, e -> Problem.badRequest(e.getMessage())),
                    row(
                            InvalidSubscription.class,
                            e -> Problem.jsonText(400, e.getMessage()).explained(e.detail())),
                    row(
                            InvalidCursor.class,
                            e ->
                                    Problem.badRequest(
                                            "The 'after' parameter is neither an event's id nor a"
                                                    + " cursor of this service.")),
                    row(
                            EventTooLarge.class,
                            e ->
                                    Problem.of(
                                            413,
                                            "The event is too large to be stored: as JSON it must"
                                                    + " not be over 1 MiB, and its attributes not"
                                                    + " over 256 KiB together.")),
                    // What the client may not do.
                    row(
                            ForeignSource.class,
                            e ->
                                    Refusal.challenged(Problem.jsonText(401, e.getMessage()))
                                            .explained(e.getMessage(), e.logged())),
                    row(NotPermitted.class, e -> Refusal.forbidden(e.getMessage(), e.logged())),
                    row(MissingScope.class, e -> Refusal.missingScope(e.scope())),
                    row(NotYours.class, e -> Refusal.forbidden(e.getMessage())),
                    row(
                            NotAuthorized.class,
                            e ->
                                    Refusal.challenged(Problem.jsonText(403, e.getMessage()))
                                            .explained(e.detail())),
                    // What is not there.
                    row(UnknownParty.class, e -> Problem.empty(404).explained(e.getMessage())),
                    row(UnknownEvent.class, e -> Problem.empty(404).explained(e.getMessage())),
                    row(
                            UnknownSubscription.class,
                            e -> Problem.empty(404).explained(e.getMessage())),
                    row(UnknownDelivery.class, e -> Problem.empty(404).explained(e.getMessage())),
                    row(UnknownJob.class, e -> Problem.empty(404).explained(e.getMessage())),
                    row(EventGone.class, e -> Problem.of(410, e.getMessage())),
                    // What the state of things does not allow.
                    row(NotServed.class, e -> Problem.of(409, e.getMessage())),
                    row(NotRetried.class, e -> Problem.of(409, e.getMessage())),
                    row(AnotherJobRuns.class, e -> Problem.of(409, e.getMessage())),
                    // What cannot be done now.
                    row(WrongDeliveryMode.class, e -> Problem.of(409, e.getMessage())),
                    row(TooManyKeys.class, e -> Problem.of(409, e.getMessage())),
                    row(TestRefused.class, EventsErrors::testRefused),
                    // What cannot be done as things are.
                    // What is away.
                    row(
                            Unavailable.class,
                            e ->
                                    Problem.of(
                                            503,
                                            "A part of the platform is away; please try again.")));

    /**
     * One line of the table.
     *
     * @param type the exception, its subclasses included
     * @param answer makes the answer of the exception
     */
    private record Row<E extends RuntimeException>(Class<E> type, Function<E, Problem> answer) {
        Problem answer(RuntimeException exception) {
            return answer.apply(type.cast(exception));
        }
    }

    private static Problem testRefused(TestRefused refused) {
        String seconds = Long.toString(Math.max(1, refused.waitFor().toSeconds()));
        return switch (refused.reason()) {
            case STOPPED -> Problem.of(409, refused.getMessage());
            case TOO_OFTEN -> Problem.of(429, refused.getMessage()).with("Retry-After", seconds);
            case BUSY -> Problem.of(503, refused.getMessage()).with("Retry-After", seconds);
        };
    }

    private static <E extends RuntimeException> Row<E> row(
            Class<E> type, Function<E, Problem> answer) {
        return new Row<>(type, answer);
    }

    @Override
    public Optional<Problem> of(RuntimeException exception) {
        if (exception instanceof RegisterUnavailable) {
            // Altinn has always answered an absent Register as an unexpected error.
            return Optional.empty();
        }
        return TABLE.stream()
                .filter(row -> row.type.isInstance(exception))
                .findFirst()
                .map(row -> row.answer(exception));
    }
}
