package no.altinn.events.azure.cosmos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.OpenTelemetry;

import no.altinn.events.azure.cosmos.server.CosmosServer;
import no.altinn.events.event.Event;
import no.altinn.events.store.TemporarilyUnavailable;
import no.altinn.events.store.TestEvents;

import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.util.List;

class CosmosConnectionTest {
    private static final Event EVENT = TestEvents.event("1");

    @Test
    void anAccountIsNeededOnlyWhenAStoreIsUsed() {
        System.setProperty("COSMOS.HTTP_CONNECTION_WITHOUT_TLS_ALLOWED", "true");
        try (CosmosServer server = new CosmosServer();
                CosmosConnection connection =
                        new CosmosConnection(
                                new CosmosSettings(
                                        server.endpoint(),
                                        new CosmosSettings.AccountKey("a2V5"),
                                        "events",
                                        false))) {
            CosmosStores stores =
                    new CosmosStores(
                            connection, OpenTelemetry.noop().getMeter("test"), Clock.systemUTC());
            assertThat(server.requests()).isZero();

            assertThatThrownBy(() -> stores.events().append(List.of(EVENT)))
                    .as("There is no database yet")
                    .isInstanceOf(TemporarilyUnavailable.class);
            DatabaseSetup.createMissing(connection);
            stores.events().append(List.of(EVENT));

            assertThat(stores.events().find(EVENT.key())).contains(EVENT);
        }
    }
}
