package no.altinn.events.app;

import no.altinn.events.event.EventTooLarge;
import no.altinn.events.event.InvalidCursor;
import no.altinn.events.event.InvalidEvent;
import no.altinn.events.event.InvalidResource;
import no.altinn.events.publish.ForeignSource;
import no.altinn.events.publish.NotPermitted;
import no.altinn.platform.app.ErrorAnswers;
import no.altinn.platform.client.Unavailable;
import no.altinn.platform.http.Problem;
import no.altinn.platform.register.RegisterUnavailable;

import java.util.Optional;

/** How the rules' exceptions are told to clients. */
public final class EventsErrors implements ErrorAnswers {
    @Override
    public Optional<Problem> of(RuntimeException exception) {
        if (exception instanceof InvalidEvent) {
            return Optional.of(Problem.badBody(exception.getMessage()));
        }
        if (exception instanceof InvalidResource) {
            return Optional.of(Problem.badRequest(exception.getMessage()));
        }
        if (exception instanceof InvalidCursor) {
            return Optional.of(
                    Problem.badRequest(
                            "The 'after' parameter is neither an event's id nor a cursor of this"
                                    + " service."));
        }
        if (exception instanceof NotPermitted) {
            return Optional.of(Problem.empty(403));
        }
        if (exception instanceof ForeignSource) {
            return Optional.of(Problem.text(401, exception.getMessage()));
        }
        if (exception instanceof EventTooLarge) {
            return Optional.of(
                    Problem.of(
                            413,
                            "The event is too large to be stored: as JSON it must not be over 1"
                                    + " MiB, and its attributes not over 256 KiB together."));
        }
        if (isAway(exception)) {
            return Optional.of(
                    Problem.of(503, "A part of the platform is away; please try again."));
        }
        return Optional.empty();
    }

    /** Register's absence alone is told as an unexpected error, as Altinn has always told it. */
    private static boolean isAway(RuntimeException exception) {
        return exception instanceof Unavailable && !(exception instanceof RegisterUnavailable);
    }
}
