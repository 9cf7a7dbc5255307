package no.altinn.local.maskinporten;

import no.altinn.platform.http.Problem;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Every registered client; what is changed is stored before it takes effect. Thread-safe. */
final class Clients {
    private static final int MOST = 1_000;

    private final ClientFile file;
    private final Clock clock;

    // In the order of registration. Replaced as a whole, by one thread at a time.
    private volatile Map<String, RegisteredClient> byId;

    /**
     * @throws IllegalStateException if the file is damaged
     */
    Clients(ClientFile file, Clock clock) {
        this.file = file;
        this.clock = clock;
        Map<String, RegisteredClient> stored = new LinkedHashMap<>();
        file.read().forEach(client -> stored.put(client.id(), client));
        this.byId = Collections.unmodifiableMap(stored);
    }

    /** The client with exactly this id. */
    Optional<RegisteredClient> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** All of them in the order of registration. */
    Collection<RegisteredClient> all() {
        return byId.values();
    }

    /**
     * Registers a client under a new id.
     *
     * @throws Problem 507 if there are too many already
     */
    RegisteredClient register(ClientMetadata metadata) {
        Instant now = now();
        RegisteredClient client =
                new RegisteredClient(UUID.randomUUID().toString(), metadata, List.of(), now, now);
        change(
                clients -> {
                    if (clients.size() >= MOST) {
                        throw Problem.text(507, "There are too many clients; DELETE some.");
                    }
                    clients.put(client.id(), client);
                });
        return client;
    }

    /** Replaces the keys of a client; nothing happens if it is gone. */
    void replaceKeys(RegisteredClient client, List<ClientKey> keys) {
        change(
                clients ->
                        clients.computeIfPresent(
                                client.id(), (id, present) -> present.with(keys, now())));
    }

    /** Removes a client; nothing happens if it is gone. */
    void remove(RegisteredClient client) {
        change(clients -> clients.remove(client.id()));
    }

    private synchronized void change(Consumer<Map<String, RegisteredClient>> change) {
        Map<String, RegisteredClient> changed = new LinkedHashMap<>(byId);
        change.accept(changed);
        file.write(changed.values());
        byId = Collections.unmodifiableMap(changed);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
