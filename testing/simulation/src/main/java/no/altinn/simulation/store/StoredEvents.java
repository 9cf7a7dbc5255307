package no.altinn.simulation.store;

import no.altinn.events.event.Event;
import no.altinn.events.event.EventKey;
import no.altinn.events.event.EventReader;
import no.altinn.simulation.time.World;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The events that every process shares, and the feed of their changes: of each partition, the
 * events in the order of their last change. Not thread-safe.
 */
public final class StoredEvents {
    private final World world;
    private final Map<EventKey, EventRecord> byKey = new LinkedHashMap<>();
    private final SortedMap<String, EventRecord> byStamp = new TreeMap<>();
    private final List<List<EventKey>> feeds = new ArrayList<>();
    private final List<Map<EventKey, Integer>> places = new ArrayList<>();
    private Consumer<Integer> onChange = partition -> {};

    /**
     * A store without events.
     *
     * @param partitions how many feeds it has, 1 or more
     */
    public StoredEvents(World world, int partitions) {
        this.world = world;
        for (int i = 0; i < partitions; i++) {
            feeds.add(new ArrayList<>());
            places.add(new HashMap<>());
        }
    }

    /** Has the listener told of each change from now on, with the number of the feed. */
    public void onChange(Consumer<Integer> listener) {
        onChange = listener;
    }

    /** How many feeds there are. */
    public int partitions() {
        return feeds.size();
    }

    /** How many changes a feed has. */
    public int changes(int partition) {
        return feeds.get(partition).size();
    }

    /** The events of a feed whose last change is between these, without those erased. */
    public List<Event> changed(int partition, int from, int to) {
        List<Event> changed = new ArrayList<>();
        for (int i = from; i < to; i++) {
            EventKey key = feeds.get(partition).get(i);
            EventRecord found = byKey.get(key);
            if (places.get(partition).get(key) == i && !found.isErased()) {
                changed.add(found.event());
            }
        }
        return changed;
    }

    /** Everything that is there, in the order in which it was committed first. */
    public Collection<EventRecord> all() {
        return byKey.values();
    }

    /** Everything that is there, by its stamps. */
    SortedMap<String, EventRecord> byStamp() {
        return byStamp;
    }

    /** The event with this key. */
    public Optional<EventRecord> find(EventKey key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** Commits an event, unless there is one with its key. */
    boolean create(Event event, String stamp) {
        if (byKey.containsKey(event.key())) {
            return false;
        }
        put(new EventRecord(event, stamp, stamp, world.now(), world.now(), false));
        return true;
    }

    /** Gives an event a later place, unless it has changed since it was found. */
    boolean stampAgain(EventRecord found, String stamp) {
        return replace(found, found.at(stamp, world.now()));
    }

    /** Takes the data out of an event, unless it has changed since it was found. */
    boolean erase(EventRecord found) {
        return replace(found, found.without(EventReader.withoutData(found.event())));
    }

    private boolean replace(EventRecord before, EventRecord after) {
        EventKey key = before.event().key();
        if (!before.equals(byKey.get(key))) {
            return false;
        }
        byStamp.remove(before.stamp());
        put(after);
        return true;
    }

    private void put(EventRecord event) {
        EventKey key = event.event().key();
        byKey.put(key, event);
        byStamp.put(event.stamp(), event);
        int partition = Math.floorMod(key.resource().hashCode(), feeds.size());
        places.get(partition).put(key, feeds.get(partition).size());
        feeds.get(partition).add(key);
        onChange.accept(partition);
    }
}
