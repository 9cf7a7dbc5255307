package no.altinn.events.functions;

import io.opentelemetry.api.metrics.Meter;

import no.altinn.events.azure.AzureServices;
import no.altinn.events.azure.AzureSettings;
import no.altinn.events.azure.cosmos.CosmosConnection;
import no.altinn.events.azure.cosmos.CosmosSettings;
import no.altinn.events.azure.cosmos.CosmosStores;

import java.time.Clock;

/** What the app stands on in Azure. */
final class AzureAdapters {
    private AzureAdapters() {}

    /**
     * The adapters; none of them is connected before it is used, and they live with the process.
     */
    static Adapters of(AzureSettings azure, CosmosSettings cosmos, Meter meter, Clock clock) {
        CosmosStores stores = new CosmosStores(new CosmosConnection(cosmos), meter, clock);
        AzureServices services = new AzureServices(azure, clock);
        return new Adapters(
                stores.events(),
                stores.subscriptions(),
                stores.deliveries(),
                stores.log(),
                services.outbound(),
                services.queue(),
                services.certificates(),
                services.platformAccessTokens());
    }
}
