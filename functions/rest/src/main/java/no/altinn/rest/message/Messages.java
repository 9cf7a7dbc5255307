package no.altinn.rest.message;

import no.altinn.rest.record.Entries;
import no.altinn.rest.record.Entry;
import no.altinn.rest.record.EntryStore;
import no.altinn.rest.record.Search;
import no.altinn.rest.record.Tables;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The messages of all boxes. A message is one record for as long as it lives, so every step on its
 * way is one write. Thread-safe.
 *
 * <p>Every method throws {@link no.altinn.platform.client.Unavailable} if the store does not
 * answer.
 */
public final class Messages {
    /** How many forms a box may have that are not sent in. */
    public static final int MOST_OPEN_FORMS = 1_000;

    private static final int ATTEMPTS = 5;

    /**
     * How often a change is tried. Of the requests that change one message at once, one comes
     * through each time, so as many as a message may have files can be sent to it together.
     */
    private static final int CHANGES = 50;

    private final Entries entries;
    private final LongSupplier numbers;

    /**
     * @param numbers gives numbers for new messages, 1 to {@link MessageId#MAX_NUMBER}; one that
     *     its box has already is passed over
     */
    public Messages(EntryStore store, LongSupplier numbers) {
        this.entries = store.of(Tables.MESSAGES);
        this.numbers = numbers;
    }

    /** One message with its contents; none under the id that it had before it was archived. */
    public Optional<Message> find(int party, MessageId id) {
        return entry(party, id).map(Messages::message).filter(found -> found.id().equals(id));
    }

    /**
     * Messages without their contents, last changed first.
     *
     * @param services the labels of services that count; empty for all
     */
    List<Message> search(
            int party,
            Set<Shelf> shelves,
            Optional<Set<String>> services,
            Period period,
            int skip,
            int limit) {
        Search search =
                Search.in(Integer.toString(party))
                        .with(
                                "state",
                                shelves.stream().map(Shelf::label).collect(Collectors.toSet()))
                        .by(period.order())
                        .page(skip, limit);
        Search wanted = services.map(labels -> search.with("service", labels)).orElse(search);
        return entries.search(wanted).stream()
                .map(entry -> MessageHead.read(entry, Contents.none()))
                .toList();
    }

    /**
     * Adds a message.
     *
     * @param make makes the message of its number
     * @return the message
     * @throws Refusal.Conflict if no free number is found
     */
    public Message add(LongFunction<Message> make) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Message message = make.apply(numbers.getAsLong()).begun();
            if (entries.add(entry(message))) {
                return message;
            }
        }
        throw new Refusal.Conflict();
    }

    /** Whether a box has a message with this number, whatever has become of it. */
    public boolean has(int party, long number) {
        return entries.find(Integer.toString(party), Long.toString(number)).isPresent();
    }

    /**
     * Changes a message, on top of whatever others changed meanwhile.
     *
     * @param change gives the message after it, or the same one to leave it; may be asked again
     * @return the message after the change
     * @throws Refusal.Absent if there is none
     * @throws Refusal.Conflict if others change it again and again
     */
    public Message change(int party, MessageId id, UnaryOperator<Message> change) {
        for (int attempt = 0; attempt < CHANGES; attempt++) {
            Entry entry = entry(party, id).orElseThrow(Refusal.Absent::new);
            Message before = message(entry);
            if (!before.id().equals(id)) {
                throw new Refusal.Absent();
            }
            Message after = change.apply(before);
            if (after.equals(before) || entries.replace(entry(after), entry.version())) {
                return after;
            }
        }
        throw new Refusal.Conflict();
    }

    /**
     * Refuses another open form in a box that has {@link #MOST_OPEN_FORMS}. Two requests at once
     * may both pass.
     *
     * @throws Refusal.Forbidden if the box is full
     */
    public void requireRoomForForm(int party) {
        Search beyond =
                Search.in(Integer.toString(party))
                        .with("state", Set.of(Shelf.OPEN_FORMS.label()))
                        .page(MOST_OPEN_FORMS - 1, 1);
        if (!entries.search(beyond).isEmpty()) {
            throw new Refusal.Forbidden(
                    "There are %d forms that are not sent in; send in or delete some first"
                            .formatted(MOST_OPEN_FORMS));
        }
    }

    private Optional<Entry> entry(int party, MessageId id) {
        return entries.find(Integer.toString(party), Long.toString(id.number()));
    }

    private static Message message(Entry entry) {
        return MessageHead.read(entry, MessageBody.read(entry.body()));
    }

    private static Entry entry(Message message) {
        Map<String, String> labels = MessageHead.labels(message);
        Entry entry =
                Entry.of(
                        Integer.toString(message.party()),
                        Long.toString(message.number()),
                        labels,
                        MessageHead.write(message),
                        MessageBody.write(message.contents()));
        return message.state() instanceof State.Binned binned
                ? entry.expiring(binned.until())
                : entry;
    }
}
