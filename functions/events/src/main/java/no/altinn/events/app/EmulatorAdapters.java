package no.altinn.events.app;

import io.opentelemetry.api.metrics.Meter;

import no.altinn.events.azure.EmulatedQueues;
import no.altinn.events.azure.EmulatorSettings;
import no.altinn.events.azure.QueueRelay;
import no.altinn.events.azure.StorageQueueRetries;
import no.altinn.events.azure.cosmos.Containers;
import no.altinn.events.azure.cosmos.CosmosStores;
import no.altinn.platform.azure.cosmos.CosmosEmulator;
import no.altinn.platform.concurrent.CallThreads;
import no.altinn.platform.concurrent.SideBySide;
import no.altinn.platform.keyfile.PlatformKeys;

import java.time.Clock;

/** The adapters of the app on a developer's machine, under the Functions host and emulators. */
final class EmulatorAdapters {
    /** The app's name in its platform access tokens. */
    private static final String APP = "events";

    /** How many notices are put into the queue at once. */
    private static final int NOTICES_AT_ONCE = 8;

    private EmulatorAdapters() {}

    /**
     * The adapters; they live with the process. Both emulators are connected at once, and what is
     * missing there is made: the host's triggers ask for it next.
     *
     * @throws IllegalStateException naming an emulator that cannot be used
     */
    static Adapters of(EmulatorSettings settings, Meter meter, Clock clock) {
        PlatformKeys keys = settings.keys().orElseThrow();
        CosmosStores stores =
                new CosmosStores(
                        CosmosEmulator.open(settings.cosmos(), Containers.ALL), meter, clock);
        EmulatedQueues queues = EmulatedQueues.open(settings.queues());
        StorageQueueRetries queue = queues.retries();
        return new Adapters(
                stores.events(),
                stores.subscriptions(),
                stores.deliveries(),
                stores.rates(),
                stores.log(),
                stores.statistics(),
                stores.jobs(),
                new QueueRelay(
                        queue,
                        new SideBySide(
                                CallThreads.named("notices", NOTICES_AT_ONCE), NOTICES_AT_ONCE)),
                queue,
                queue,
                queues.ages(clock),
                keys,
                keys.platformAccessTokens(APP, clock),
                keys.cursorKeys(),
                stores.keyRecords(),
                keys.webhookKey());
    }
}
