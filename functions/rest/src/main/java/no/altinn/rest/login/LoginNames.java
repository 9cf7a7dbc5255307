package no.altinn.rest.login;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.platform.json.Json;
import no.altinn.rest.record.Entries;
import no.altinn.rest.record.Entry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntPredicate;

/**
 * Which login name is whose: an entry for each name, so that a name is taken once. A name is
 * claimed before its user gets it. If the user never does, since the process ended in between,
 * others can have the name after a minute. Thread-safe.
 */
final class LoginNames {
    private static final Duration CLAIM = Duration.ofMinutes(1);
    private static final String USER_ID = "UserId";
    private static final String AT = "At";

    private final Entries users;
    private final Clock clock;

    LoginNames(Entries users, Clock clock) {
        this.users = users;
        this.clock = clock;
    }

    /** The id of the user who has claimed the name. */
    OptionalInt holder(UserName name) {
        return find(name).map(entry -> OptionalInt.of(holder(entry))).orElseGet(OptionalInt::empty);
    }

    /**
     * Claims a name for a user.
     *
     * @param bears whether another user really has the name
     * @return whether the user has the claim now; else the name is another's
     */
    boolean claim(UserName name, int userId, IntPredicate bears) {
        Instant now = clock.instant();
        Entry claim =
                Entry.of(
                        id(name),
                        id(name),
                        Map.of(),
                        Json.object().put(USER_ID, userId).put(AT, now.getEpochSecond()),
                        "");
        if (users.add(claim)) {
            return true;
        }
        Optional<Entry> held = find(name);
        if (held.isEmpty()) {
            // It was given up in between.
            return users.add(claim);
        }
        if (holder(held.get()) == userId) {
            return true;
        }
        boolean isFresh = now.isBefore(claimed(held.get()).plus(CLAIM));
        return !isFresh
                && !bears.test(holder(held.get()))
                && users.replace(claim, held.get().version());
    }

    /** Gives a name up, if the user has it. */
    void release(UserName name, int userId) {
        if (find(name).filter(entry -> holder(entry) == userId).isPresent()) {
            users.remove(id(name), id(name));
        }
    }

    private Optional<Entry> find(UserName name) {
        return users.find(id(name), id(name));
    }

    private static int holder(Entry entry) {
        JsonNode head = entry.head();
        return head.path(USER_ID).intValue();
    }

    private static Instant claimed(Entry entry) {
        return Instant.ofEpochSecond(entry.head().path(AT).longValue());
    }

    private static String id(UserName name) {
        return "n" + name.key();
    }
}
