package no.altinn.local.host.eventgrid;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Event Grid with one topic for each app. Thread-safe. */
public final class EventGrid {
    private final Map<String, EventGridTopic> topics = new ConcurrentHashMap<>();

    /**
     * The topic of an app; the same topic each time.
     *
     * @param app the app's name
     */
    public EventGridTopic topic(String app) {
        return topics.computeIfAbsent(app, name -> new EventGridTopic());
    }
}
