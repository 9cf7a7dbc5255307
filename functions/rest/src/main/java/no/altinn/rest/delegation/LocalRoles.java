package no.altinn.rest.delegation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.client.Unavailable;
import no.altinn.platform.json.Json;
import no.altinn.rest.record.Entries;
import no.altinn.rest.record.Entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.UnaryOperator;

/**
 * The roles that parties made themselves. All of a party's are one entry, so that writers at once
 * never exceed the bound. Every method throws {@link Unavailable} if the store does not answer.
 * Thread-safe.
 */
public final class LocalRoles {
    /** How many a party may have. */
    public static final int MOST = 50;

    /** How many rights one may have. */
    public static final int MOST_RIGHTS = 100;

    /** The most characters of a name or a description. */
    public static final int LONGEST_TEXT = 255;

    /** No receiver's id begins like it. */
    private static final String ID = "local-roles";

    private static final int TRIES = 10;

    private final Entries entries;
    private final IntSupplier numbers;

    /**
     * The local roles of a table.
     *
     * @param entries those of {@link no.altinn.rest.record.Tables#DELEGATIONS}
     * @param numbers gives any numbers from {@link Delegations#FIRST_NUMBER} to {@link
     *     Delegations#LAST_NUMBER}
     */
    public LocalRoles(Entries entries, IntSupplier numbers) {
        this.entries = entries;
        this.numbers = numbers;
    }

    /** All of a party's, the oldest first. */
    public List<LocalRole> of(int partyId) {
        return entry(partyId).map(entry -> read(partyId, entry)).orElse(List.of());
    }

    /** One of a party's. */
    public Optional<LocalRole> find(int partyId, int id) {
        return of(partyId).stream().filter(role -> role.id() == id).findFirst();
    }

    /**
     * Makes one.
     *
     * @throws InvalidLocalRole if it is not as {@link LocalRole} says
     * @throws TooMuchGiven if the party has as many as it may
     */
    public LocalRole add(int partyId, String name, String description, List<Gift.Right> rights) {
        List<LocalRole> made = new ArrayList<>();
        change(
                partyId,
                before -> {
                    if (before.size() >= MOST) {
                        throw new TooMuchGiven(
                                "A party has %d local roles at most".formatted(MOST));
                    }
                    LocalRole role =
                            new LocalRole(partyId, freeId(before), name, description, rights);
                    require(role);
                    made.clear();
                    made.add(role);
                    List<LocalRole> after = new ArrayList<>(before);
                    after.add(role);
                    return after;
                });
        return made.get(0);
    }

    /**
     * Writes one in the place of the one with its id. Who was given the role has the new rights.
     *
     * @throws InvalidLocalRole if it is not as {@link LocalRole} says
     */
    public void replace(LocalRole role) {
        require(role);
        change(
                role.partyId(),
                before ->
                        before.stream().map(each -> each.id() == role.id() ? role : each).toList());
    }

    /** Removes one. */
    public void remove(LocalRole role) {
        change(
                role.partyId(),
                before -> before.stream().filter(each -> each.id() != role.id()).toList());
    }

    private static void require(LocalRole role) {
        if (role.name().isBlank() || role.name().length() > LONGEST_TEXT) {
            throw new InvalidLocalRole(
                    "RoleName must be 1 to %d characters".formatted(LONGEST_TEXT));
        }
        if (role.description().length() > LONGEST_TEXT) {
            throw new InvalidLocalRole(
                    "RoleDescription must be %d characters at most".formatted(LONGEST_TEXT));
        }
        if (role.rights().isEmpty() || role.rights().size() > MOST_RIGHTS) {
            throw new InvalidLocalRole(
                    "A local role must have 1 to %d Rights".formatted(MOST_RIGHTS));
        }
    }

    private int freeId(List<LocalRole> taken) {
        int id = numbers.getAsInt();
        while (isTaken(taken, id)) {
            id = numbers.getAsInt();
        }
        return id;
    }

    private static boolean isTaken(List<LocalRole> taken, int id) {
        return taken.stream().anyMatch(role -> role.id() == id);
    }

    private void change(int partyId, UnaryOperator<List<LocalRole>> change) {
        for (int tried = 0; tried < TRIES; tried++) {
            Optional<Entry> before = entry(partyId);
            Entry after =
                    written(
                            partyId,
                            change.apply(
                                    before.map(entry -> read(partyId, entry)).orElse(List.of())));
            boolean isWritten =
                    before.isPresent()
                            ? entries.replace(after, before.get().version())
                            : entries.add(after);
            if (isWritten) {
                return;
            }
        }
        throw new Unavailable("The local roles of a party were written by too many at once");
    }

    private Optional<Entry> entry(int partyId) {
        return entries.find(DelegationEntry.partition(partyId), ID);
    }

    private static Entry written(int partyId, List<LocalRole> roles) {
        ArrayNode all = Json.object().putArray("roles");
        for (LocalRole role : roles) {
            ObjectNode one =
                    all.addObject()
                            .put("id", role.id())
                            .put("name", role.name())
                            .put("description", role.description());
            ArrayNode rights = one.putArray("rights");
            role.rights().forEach(right -> rights.add(DelegationEntry.write(right)));
        }
        return Entry.of(
                DelegationEntry.partition(partyId), ID, Map.of(), Json.object(), all.toString());
    }

    private static List<LocalRole> read(int partyId, Entry entry) {
        List<LocalRole> roles = new ArrayList<>();
        for (JsonNode one : Json.parse(entry.body())) {
            List<Gift.Right> rights = new ArrayList<>();
            one.path("rights").forEach(right -> rights.add(DelegationEntry.readRight(right)));
            roles.add(
                    new LocalRole(
                            partyId,
                            one.path("id").intValue(),
                            one.path("name").asText(),
                            one.path("description").asText(),
                            rights));
        }
        return roles;
    }
}
