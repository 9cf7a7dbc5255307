package no.altinn.rest.contact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.json.Json;
import no.altinn.rest.record.Entries;
import no.altinn.rest.record.Entry;
import no.altinn.rest.record.Search;
import no.altinn.rest.record.Tables;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The contact information of organisations, at most 50 of each. Every method throws {@link
 * no.altinn.platform.client.Unavailable} if the store does not answer. Thread-safe.
 *
 * <p>An organisation has 50 places, each an entry. A place that was emptied keeps a count of those
 * who had it, so that ids are never used again, and no two calls together fill more than there are.
 */
public final class Contacts {
    /** The most of one organisation. */
    public static final int MOST = 50;

    private static final int TRIES = 10;

    private final Entries entries;
    private final Clock clock;

    /**
     * @param entries those of {@link Tables#CONTACTS}
     */
    public Contacts(Entries entries, Clock clock) {
        this.entries = entries;
        this.clock = clock;
    }

    /** An organisation's contacts by id. */
    public List<Contact> of(String organisation) {
        return entries.search(Search.in(organisation)).stream()
                .filter(entry -> !isEmptied(entry))
                .map(Contacts::contact)
                .sorted(Comparator.comparingInt(Contact::id))
                .toList();
    }

    /** One of an organisation's contacts. */
    public Optional<Contact> find(String organisation, int id) {
        return entry(organisation, id).map(Contacts::contact);
    }

    /**
     * Keeps one more way to reach an organisation.
     *
     * @param by who makes it; empty for an enterprise user
     * @throws InvalidContact if the organisation has as many as it may
     */
    public Contact add(String organisation, ContactAddress address, Optional<Contact.Person> by) {
        Map<String, Entry> taken =
                entries.search(Search.in(organisation)).stream()
                        .collect(Collectors.toMap(Entry::id, Function.identity()));
        for (int place = 1; place <= MOST; place++) {
            Entry there = taken.get(Integer.toString(place));
            int id = there == null ? place : id(there) + MOST;
            Contact made = new Contact(id, address, clock.instant(), by);
            Entry entry = entry(organisation, place, made);
            if (there == null
                    ? entries.add(entry)
                    : isEmptied(there) && entries.replace(entry, there.version())) {
                return made;
            }
        }
        throw new InvalidContact(
                "The organization has %d contacts, which is the most.".formatted(MOST));
    }

    /**
     * Forgets a contact.
     *
     * @return whether there was one
     */
    public boolean remove(String organisation, int id) {
        for (int tries = 0; tries < TRIES; tries++) {
            Optional<Entry> there = entry(organisation, id);
            if (there.isEmpty()) {
                return false;
            }
            ObjectNode emptied = Json.object().put("id", id);
            if (entries.replace(
                    Entry.of(organisation, there.get().id(), Map.of(), emptied, ""),
                    there.get().version())) {
                return true;
            }
        }
        // Only removals change a contact, so that one of the others has removed it.
        return false;
    }

    /** The organisations with contacts. */
    public Found organisations() {
        return found(
                Search.everywhere()
                        .by(
                                new Search.Order(
                                        "address", false, Optional.empty(), Optional.empty())));
    }

    /**
     * The organisations that are reached by an e-mail address or by the number of a phone.
     *
     * @param email in any case
     * @param mobile with or without Norway's code
     */
    public Found organisationsWith(Optional<String> email, Optional<String> mobile) {
        Set<String> keys = new TreeSet<>();
        email.map(ContactAddress::emailKey).ifPresent(keys::add);
        mobile.map(ContactAddress::mobileKey).ifPresent(keys::add);
        return found(Search.everywhere().with("address", keys));
    }

    /**
     * Organisations by their contacts.
     *
     * @param numbers in order
     * @param isCut whether there may be more: only 10 000 contacts are read
     */
    public record Found(Set<String> numbers, boolean isCut) {}

    private Found found(Search search) {
        List<Entry> read = entries.search(search);
        Set<String> owners =
                read.stream().map(Entry::partition).collect(Collectors.toCollection(TreeSet::new));
        return new Found(owners, read.size() == Search.MOST);
    }

    private Optional<Entry> entry(String organisation, int id) {
        if (id < 1) {
            return Optional.empty();
        }
        int place = (id - 1) % MOST + 1;
        return entries.find(organisation, Integer.toString(place))
                .filter(entry -> id(entry) == id && !isEmptied(entry));
    }

    private static Entry entry(String organisation, int place, Contact contact) {
        ObjectNode head =
                Json.object()
                        .put("id", contact.id())
                        .put("kind", contact.address().kind().name())
                        .put("address", contact.address().text())
                        .put("registered", contact.registered().toString());
        contact.by()
                .ifPresent(
                        person ->
                                head.put("userId", person.userId())
                                        .put("partyId", person.partyId()));
        return Entry.of(
                organisation,
                Integer.toString(place),
                Map.of("address", contact.address().key()),
                head,
                "");
    }

    private static Contact contact(Entry entry) {
        JsonNode head = entry.head();
        return new Contact(
                id(entry),
                new ContactAddress(
                        ContactAddress.Kind.valueOf(head.path("kind").asText()),
                        head.path("address").asText()),
                Instant.parse(head.path("registered").asText()),
                head.has("userId")
                        ? Optional.of(
                                new Contact.Person(
                                        head.path("userId").asInt(), head.path("partyId").asInt()))
                        : Optional.empty());
    }

    private static int id(Entry entry) {
        return entry.head().path("id").asInt();
    }

    private static boolean isEmptied(Entry entry) {
        return !entry.head().has("address");
    }
}
