package no.altinn.events.app;

import io.opentelemetry.api.metrics.Meter;

import no.altinn.events.azure.AzureServices;
import no.altinn.events.azure.AzureSettings;
import no.altinn.events.azure.cosmos.CosmosStores;
import no.altinn.platform.azure.cosmos.CosmosConnection;
import no.altinn.platform.azure.cosmos.CosmosSettings;
import no.altinn.platform.start.WarmUp;

import java.time.Clock;

/** The adapters of the app in Azure. */
final class AzureAdapters {
    private AzureAdapters() {}

    /**
     * The adapters; they live with the process. None is connected before it is used, except to the
     * database, which nearly every call needs: its SDK takes longest at a cold start.
     */
    static Adapters of(
            AzureSettings azure, CosmosSettings cosmos, Meter meter, Clock clock, WarmUp warmUp) {
        CosmosStores stores = new CosmosStores(new CosmosConnection(cosmos), meter, clock);
        warmUp.begin("Connecting to the database", stores::warmUp);
        AzureServices services = new AzureServices(azure, clock);
        return new Adapters(
                stores.events(),
                stores.subscriptions(),
                stores.deliveries(),
                stores.rates(),
                stores.log(),
                stores.statistics(),
                stores.jobs(),
                services.outbound(),
                services.queue(),
                services.validations(),
                services.queueAges(),
                services.certificates(),
                services.platformAccessTokens(),
                services.cursorKeys(),
                stores.keyRecords(),
                services.webhookKey());
    }
}
