package no.altinn.local;

import io.opentelemetry.api.OpenTelemetry;

import no.altinn.local.backend.Backend;
import no.altinn.local.host.apps.HostedApp;
import no.altinn.local.host.http.CallTime;
import no.altinn.local.identity.LocalKeys;
import no.altinn.local.testdata.FilePlaces;
import no.altinn.local.testdata.Parties;
import no.altinn.rest.app.RestAdapters;
import no.altinn.rest.app.RestApp;
import no.altinn.rest.app.RestSettings;
import no.altinn.rest.catalogue.StoredCatalogue;
import no.altinn.rest.message.StoredFiles;
import no.altinn.rest.record.EntryStore;
import no.altinn.rest.record.Tables;

import java.net.URI;
import java.time.Clock;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** The REST app on one machine, and what its records hold from the start. */
final class LocalRest {
    /** The app's name. */
    static final String NAME = "rest";

    /** The paths to which files are sent that the front streams past the app, in any case. */
    static final Pattern UPLOADS =
            Pattern.compile(
                    "/+api/+[^/]+/+(?:"
                            + "(?:messages|messagebox)/+[^/]+/+attachments/+streamedattachment"
                            + "|brokerservice/+outbox)/*",
                    Pattern.CASE_INSENSITIVE);

    private LocalRest() {}

    /** The app over a backend. */
    static RestApp app(
            RestSettings settings,
            Backend backend,
            LocalKeys keys,
            Supplier<String> platformAccessToken,
            Clock clock) {
        return new RestApp(
                settings,
                new RestAdapters(
                        backend.entries(),
                        backend.files(),
                        backend.transfers(settings.base()),
                        keys,
                        platformAccessToken,
                        keys.cookieKeys()),
                OpenTelemetry.noop(),
                clock);
    }

    /** As in Azure, its functions are called when a body is there: they do what counts once. */
    static HostedApp hosted(RestApp app) {
        return new HostedApp(NAME, "no.altinn.rest.functions", app, CallTime.WITH_BODY);
    }

    /**
     * Puts into the records what is not there: services, rules, applications, users and messages.
     *
     * @param services where the file with the services may be
     * @param base the platform's own address, ending in a slash
     * @throws IllegalStateException if there is no file of services, or it is faulty
     */
    static void fill(Backend backend, Parties parties, FilePlaces services, URI base, Clock clock) {
        EntryStore entries = backend.entries();
        LocalCatalogue.load(entries, services, base, clock);
        LocalRules.enter(entries, clock);
        LocalApplications.enter(entries, clock);
        new LocalUsers(entries, parties, clock).make();
        new LocalMessages(
                        entries,
                        new StoredFiles(backend.files(), backend.transfers(base)),
                        new StoredCatalogue(entries.of(Tables.SERVICES), clock),
                        new LocalReportees(parties),
                        clock)
                .send(LocalUsers.A, LocalUsers.ORGANISATION);
    }
}
