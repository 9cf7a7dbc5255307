package no.altinn.events.publish;

import no.altinn.events.event.AppEventRequest;
import no.altinn.events.event.AppSource;
import no.altinn.events.event.Event;
import no.altinn.events.event.EventStore;
import no.altinn.platform.auth.PlatformAccessToken;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** Accepts events from apps, which may speak for themselves alone. Thread-safe. */
public final class RegisterAppEvent {
    private final EventStore events;
    private final Clock clock;
    private final Supplier<UUID> ids;

    public RegisterAppEvent(EventStore events, Clock clock, Supplier<UUID> ids) {
        this.events = events;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Makes the event durable.
     *
     * @param json the request's body
     * @return the event as it is stored, with its new id
     * @throws ForeignSource if the event's source is not the app that sent it
     */
    public Event accept(PlatformAccessToken app, String json) {
        AppEventRequest request = AppEventRequest.read(json);
        AppSource source = request.app();
        if (!source.org().equals(app.issuer()) || !source.app().equals(app.app())) {
            throw new ForeignSource(app.issuer() + "/" + app.app(), request.source());
        }
        Event event = request.event(ids.get(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        events.append(List.of(event));
        return event;
    }
}
