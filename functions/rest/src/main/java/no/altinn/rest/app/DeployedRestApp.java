package no.altinn.rest.app;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;

import no.altinn.platform.app.DeployedApp;
import no.altinn.platform.azure.AzureConnection;
import no.altinn.platform.azure.cosmos.CosmosConnection;
import no.altinn.platform.azure.cosmos.CosmosSettings;
import no.altinn.platform.settings.SettingsReader;
import no.altinn.platform.start.WarmUp;
import no.altinn.rest.azure.BlobFiles;
import no.altinn.rest.azure.VaultKeys;
import no.altinn.rest.azure.VaultSettings;
import no.altinn.rest.azure.cosmos.CosmosEntryStore;
import no.altinn.rest.record.Tables;

import java.time.Clock;
import java.util.Map;

/**
 * The REST app as it runs in Azure. The Functions worker finds it by its registration in {@code
 * META-INF/services} and makes one of it. A setting that is missing or wrong makes every call fail;
 * all of them are named in one message.
 */
public final class DeployedRestApp extends DeployedApp {

    /** Starts the app with the settings of the environment. */
    public DeployedRestApp() {
        this(System.getenv(), Clock.systemUTC(), WarmUp.inBackground());
    }

    DeployedRestApp(Map<String, String> environment, Clock clock, WarmUp warmUp) {
        super(() -> start(environment, clock, warmUp));
    }

    private static RestApp start(Map<String, String> environment, Clock clock, WarmUp warmUp) {
        SettingsReader reader = new SettingsReader(environment);
        RestSettings settings = RestSettings.read(reader);
        VaultSettings vault = VaultSettings.read(reader);
        // The account of the events; the database is this app's own.
        CosmosSettings cosmos = CosmosSettings.read(reader, Tables.DATABASE).with(Tables.DATABASE);
        AzureConnection blobs = AzureConnection.ofBlobs(reader);
        reader.check();
        OpenTelemetry telemetry = GlobalOpenTelemetry.get();
        VaultKeys keys = VaultKeys.open(vault, clock);
        BlobFiles files = BlobFiles.in(blobs, vault.clientId(), clock);
        CosmosEntryStore entries =
                new CosmosEntryStore(
                        new CosmosConnection(cosmos), telemetry.getMeter(RestApp.SCOPE), clock);
        RestApp app =
                new RestApp(
                        settings,
                        new RestAdapters(
                                entries,
                                files,
                                files.transfers(),
                                keys.certificates(),
                                keys.platformAccessTokens(),
                                keys.cookieKeys()),
                        telemetry,
                        clock);
        warmUp.begin("Connecting to the database", entries::warmUp);
        keys.warmUp(warmUp);
        app.warmUp(warmUp);
        return app;
    }
}
