package no.altinn.bench.growth;

import no.altinn.events.event.Event;
import no.altinn.events.event.EventReader;
import no.altinn.events.event.EventStream;
import no.altinn.events.subscription.Filters;
import no.altinn.events.subscription.NewSubscription;

import java.net.URI;
import java.util.Optional;

/**
 * What is stored, by numbers from 0 on. Every other event is of an app. Resources and parties are
 * as many at every size, and their events stand between those of others.
 */
final class Stored {
    /** With fewer there is no page of 50 behind every event that a page may begin at. */
    static final int LEAST_EVENTS = 10_000;

    /**
     * The subscriptions of {@link #CONSUMER}; the first half is pulled, the others have endpoints.
     */
    static final int IN_USE = 10;

    /** The code of an organisation that publishes and subscribes. */
    static final String ORG = "ttd";

    static final String CONSUMER = "/org/" + ORG;

    /** The party whose box has the messages. */
    static final int PARTY = 50_000_001;

    /** The resource of all subscriptions, each of which wants another subject. */
    static final String WANTED = "urn:altinn:resource:ttd-wanted";

    /** A subscription that is pulled. */
    static final int PULLED = 1;

    /** A subscription with an endpoint. */
    static final int PUSHED = 6;

    /** Another, to which nothing is due. */
    static final int IDLE = 7;

    private static final int SHARE = 50;
    private static final int OF_A_CONSUMER = 10;
    private static final String DATA = "x".repeat(750);

    private Stored() {}

    /** The event of this number. */
    static Event event(int number) {
        int pair = number / 2;
        boolean isApp = number % 2 == 1;
        return event(
                id(number),
                isApp
                        ? "urn:altinn:resource:app_ttd_growth" + pair / SHARE % SHARE
                        : resource(pair % SHARE),
                party(pair % SHARE));
    }

    /** An event that a subscription wants. */
    static Event wanted(String id, int subscription) {
        return event(id, WANTED, subject(subscription));
    }

    /** An event that no subscription wants. */
    static Event other(String id) {
        return event(id, resource(id.hashCode() & 31), party(1));
    }

    private static Event event(String id, String resource, String subject) {
        return EventReader.structured(
                """
                {"specversion":"1.0","id":"%s","source":"https://ttd.apps.altinn.no/ttd/growth",\
                "type":"app.instance.changed","resource":"%s","subject":"%s",\
                "time":"2026-10-01T12:00:00Z","data":{"text":"%s"}}"""
                        .formatted(id, resource, subject, DATA));
    }

    private static String id(int number) {
        return "e" + number;
    }

    private static String resource(int place) {
        return "urn:altinn:resource:" + name(place);
    }

    /** The name of a resource of which many events are stored. */
    static String name(int any) {
        return "ttd-growth-" + any % SHARE;
    }

    private static String party(int place) {
        return "/party/" + (PARTY + place);
    }

    private static String subject(int subscription) {
        return "/party/" + subscription;
    }

    /** A stream of which many events are stored. */
    static EventStream ofResource(int any) {
        return new EventStream.OfResource(resource(any));
    }

    /** The same for a party. */
    static EventStream ofParty(int any) {
        return new EventStream.OfAppsAbout(party(any % SHARE));
    }

    /**
     * The id of an event of a stream, behind which there are 50 more.
     *
     * @param any tells the stream and how far from its start the event is
     */
    static String placeIn(int any, boolean isApp, Size size) {
        int places = size.events() / (2 * SHARE) - SHARE;
        int pair = any / SHARE % places * SHARE + any % SHARE;
        return id(2 * pair + (isApp ? 1 : 0));
    }

    /** The subscription of this number, 1 and up. */
    static NewSubscription subscription(int number) {
        boolean isPushed = number >= PUSHED && number <= IN_USE;
        return new NewSubscription(
                isPushed
                        ? Optional.of(URI.create("https://hook.example/" + number))
                        : Optional.empty(),
                Filters.onResource(WANTED).subject(subject(number)).build(),
                number <= IN_USE ? CONSUMER : "/org/other" + number / OF_A_CONSUMER);
    }
}
