package no.altinn.local.contract;

import no.altinn.events.subscription.Filters;
import no.altinn.events.subscription.NewSubscription;
import no.altinn.events.subscription.ValidationState.Validated;
import no.altinn.local.store.SqliteStores;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Subscriptions that are stored, and taken for validated, before the platform starts: so endpoints
 * that take nothing can have some.
 */
final class StoredSubscriptions implements AutoCloseable {
    private final SqliteStores stores;

    StoredSubscriptions(Path folder) {
        stores = SqliteStores.open(folder, Clock.systemUTC());
    }

    /** An address of this machine where nobody listens. */
    static String refusing() {
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return "http://127.0.0.1:%d/in".formatted(closed.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds a subscription, and gives its id. */
    int add(String endPoint, String consumer, String resource) {
        int id =
                stores.subscriptions()
                        .add(
                                new NewSubscription(
                                        URI.create(endPoint),
                                        Filters.onResource(resource).build(),
                                        consumer),
                                Clock.systemUTC().instant())
                        .id();
        stores.subscriptions().setValidation(id, new Validated());
        return id;
    }

    /** Adds as many, each with an endpoint of its own below this one. */
    List<Integer> add(int count, String endPoint, String consumer, String resource) {
        return IntStream.range(0, count)
                .mapToObj(i -> add(endPoint + "/" + i, consumer, resource))
                .toList();
    }

    @Override
    public void close() {
        stores.close();
    }
}
