package no.altinn.rest.login;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.json.Json;
import no.altinn.rest.access.Caller;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A login that a cookie carries. It lasts 30 minutes, is renewed after half of them, and ends after
 * 12 hours (rest-api.md §4).
 *
 * @param user who logged in, without scopes
 * @param stamp of the user's account at the login; another one ends the login
 * @param begun when the user logged in
 * @param issued when the login was renewed last
 */
record Session(Caller.User user, String stamp, Instant begun, Instant issued) {
    static final Duration IDLE = Duration.ofMinutes(30);
    static final Duration LONGEST = Duration.ofHours(12);

    /** Whether it has not ended. */
    boolean isLivingAt(Instant now) {
        return now.isBefore(end());
    }

    /** Whether half of its time is over, and a renewal gives it more. */
    boolean isDueAt(Instant now) {
        return !now.isBefore(issued.plus(IDLE.dividedBy(2))) && renewedAt(now).end().isAfter(end());
    }

    Session renewedAt(Instant now) {
        return new Session(user, stamp, begun, now);
    }

    private Instant end() {
        Instant last = begun.plus(LONGEST);
        Instant idle = issued.plus(IDLE);
        return idle.isBefore(last) ? idle : last;
    }

    /** The login as a text, which is to be sealed. */
    String write() {
        ObjectNode json = Json.object().put("u", user.userId()).put("l", user.level());
        user.partyId().ifPresent(id -> json.put("p", id));
        user.nationalNumber().ifPresent(number -> json.put("n", number));
        user.enterprise().ifPresent(number -> json.put("e", number));
        return json.put("s", stamp)
                .put("b", begun.toEpochMilli())
                .put("i", issued.toEpochMilli())
                .toString();
    }

    /** Reads what {@link #write} has made. */
    static Session read(String text) {
        JsonNode json = Json.parse(text);
        JsonNode party = json.path("p");
        return new Session(
                new Caller.User(
                        json.path("u").intValue(),
                        party.isInt() ? OptionalInt.of(party.intValue()) : OptionalInt.empty(),
                        Optional.ofNullable(json.path("n").textValue()),
                        Optional.ofNullable(json.path("e").textValue()),
                        json.path("l").intValue(),
                        Optional.empty()),
                json.path("s").textValue(),
                Instant.ofEpochMilli(json.path("b").longValue()),
                Instant.ofEpochMilli(json.path("i").longValue()));
    }

    /** Tells nothing of the person: persons never reach a log. */
    @Override
    public String toString() {
        return "Session of " + user;
    }
}
