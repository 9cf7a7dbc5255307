package no.altinn.local.host.eventgrid;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A topic whose events fire every Event Grid function of one app. An event of a topic without
 * functions is dropped, as in Azure. Thread-safe.
 */
public final class EventGridTopic {
    // A function may publish to the topic that fires it, so the topic is there before the pumps.
    private final CompletableFuture<List<EventGridPump>> pumps = new CompletableFuture<>();

    /** Subscribes the functions' pumps; only the first call counts. */
    public void connect(List<EventGridPump> functions) {
        pumps.complete(List.copyOf(functions));
    }

    /**
     * Hands an event to every function; they run soon, on other threads. A call before {@link
     * #connect} waits for it.
     *
     * @param lane see {@link EventGridPump#publish}
     * @param cloudEventJson the event, as a JSON object
     * @return false if a function did not take the event, because too much waits for it already
     */
    public boolean publish(String lane, String cloudEventJson) {
        boolean taken = true;
        for (EventGridPump pump : pumps.join()) {
            taken &= pump.publish(lane, cloudEventJson);
        }
        return taken;
    }
}
