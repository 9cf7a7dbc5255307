package no.altinn.events.azure.cosmos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.OpenTelemetry;

import no.altinn.events.event.Event;
import no.altinn.events.event.TestEvents;
import no.altinn.platform.azure.cosmos.CosmosConnection;
import no.altinn.platform.azure.cosmos.CosmosSettings;
import no.altinn.platform.azure.cosmos.DatabaseSetup;
import no.altinn.platform.client.Unavailable;
import no.altinn.testing.cosmos.CosmosServer;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.net.URI;
import java.time.Clock;
import java.util.List;

class CosmosConnectionTest {
    private static final Event EVENT = TestEvents.event("1");

    @BeforeAll
    static void allowServersOfTests() {
        System.setProperty("COSMOS.HTTP_CONNECTION_WITHOUT_TLS_ALLOWED", "true");
    }

    private static CosmosConnection connection(CosmosServer server) {
        return new CosmosConnection(
                new CosmosSettings(
                        server.endpoint(), new CosmosSettings.AccountKey("a2V5"), "events", false));
    }

    private static CosmosStores stores(CosmosConnection connection) {
        return new CosmosStores(
                connection, OpenTelemetry.noop().getMeter("test"), Clock.systemUTC());
    }

    @Test
    void anAccountIsNeededOnlyWhenAStoreIsUsed() {
        try (CosmosServer server = new CosmosServer();
                CosmosConnection connection = connection(server)) {
            CosmosStores stores = stores(connection);
            assertThat(server.requests()).isZero();

            assertThatThrownBy(() -> stores.events().append(List.of(EVENT)))
                    .as("There is no database yet")
                    .isInstanceOf(Unavailable.class);
            DatabaseSetup.createMissing(connection, Containers.ALL);
            stores.events().append(List.of(EVENT));

            assertThat(stores.events().find(EVENT.key())).contains(EVENT);
        }
    }

    @Test
    void anAccountThatCannotBeConnectedToIsAway() {
        CosmosSettings nobody =
                new CosmosSettings(
                        URI.create("http://127.0.0.1:1/"),
                        new CosmosSettings.AccountKey("a2V5"),
                        "events",
                        false);
        try (CosmosConnection connection = new CosmosConnection(nobody)) {
            assertThatThrownBy(() -> stores(connection).events().find(EVENT.key()))
                    .isInstanceOf(Unavailable.class);
        }
    }

    @Test
    void afterTheWarmUpAnEventCostsNothingButItsWrite() {
        try (CosmosServer server = new CosmosServer();
                CosmosConnection other = connection(server);
                CosmosConnection connection = connection(server)) {
            DatabaseSetup.createMissing(other, Containers.ALL);
            CosmosStores stores = stores(connection);
            stores.warmUp();
            long before = server.requests();

            stores.events().append(List.of(EVENT));

            assertThat(server.requests()).isEqualTo(before + 1);
        }
    }

    @Test
    void aWarmUpThatFailedIsMadeUpForByTheFirstUse() {
        try (CosmosServer server = new CosmosServer();
                CosmosConnection connection = connection(server)) {
            CosmosStores stores = stores(connection);

            assertThatThrownBy(stores::warmUp)
                    .as("There is no database yet")
                    .isInstanceOf(Unavailable.class);
            DatabaseSetup.createMissing(connection, Containers.ALL);
            stores.events().append(List.of(EVENT));

            assertThat(stores.events().find(EVENT.key())).contains(EVENT);
        }
    }
}
