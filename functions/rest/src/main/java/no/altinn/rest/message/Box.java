package no.altinn.rest.message;

import no.altinn.rest.record.Search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lists the messages of a box, last changed first. Thread-safe. */
public final class Box {
    private final Messages messages;
    private final Access access;

    public Box(Messages messages, Access access) {
        this.messages = messages;
        this.access = access;
    }

    /**
     * A message in a list.
     *
     * @param isConcealed whether the user's level is too low to be told the summary
     */
    public record Listed(Message message, boolean isConcealed) {}

    /**
     * A part of a box.
     *
     * @param isCutOff whether there is more than can be looked at
     */
    public record Part(List<Listed> messages, boolean isCutOff) {
        public Part {
            messages = List.copyOf(messages);
        }
    }

    /**
     * A page: only its messages are read from the store.
     *
     * @param skip 0 or more; nothing is found beyond 10 000
     * @param limit 0 to 10 000
     */
    public Part page(Actor actor, Set<Shelf> shelves, Period period, int skip, int limit) {
        if (skip > Search.MOST) {
            return new Part(List.of(), true);
        }
        return limit == 0
                ? new Part(List.of(), false)
                : new Part(read(actor, shelves, period, skip, limit), false);
    }

    /** Everything, up to 10 000 messages. */
    public Part all(Actor actor, Set<Shelf> shelves, Period period) {
        List<Listed> read = read(actor, shelves, period, 0, Search.MOST);
        boolean isCutOff =
                read.size() == Search.MOST
                        && !read(actor, shelves, period, Search.MOST, 1).isEmpty();
        return new Part(read, isCutOff);
    }

    private List<Listed> read(Actor actor, Set<Shelf> shelves, Period period, int skip, int limit) {
        Optional<Set<String>> services = access.readable(actor);
        if (services.isPresent() && services.get().isEmpty()) {
            return List.of();
        }
        List<Listed> listed = new ArrayList<>();
        for (Message message :
                messages.search(actor.partyId(), shelves, services, period, skip, limit)) {
            listed.add(new Listed(message, access.conceals(actor, message)));
        }
        return listed;
    }
}
