package no.altinn.local;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.local.testdata.FileFaults;
import no.altinn.local.testdata.FilePlaces;
import no.altinn.local.testdata.LiveFile;
import no.altinn.local.testdata.StrictFile;
import no.altinn.rest.catalogue.CatalogueDraft;
import no.altinn.rest.catalogue.CatalogueReader;
import no.altinn.rest.catalogue.InvalidCatalogue;
import no.altinn.rest.catalogue.StoredCatalogue;
import no.altinn.rest.record.EntryStore;
import no.altinn.rest.record.Tables;

import java.net.URI;
import java.time.Clock;
import java.util.List;

/** Puts the services of {@code services.json} into the REST app's records (rest-api.md §7). */
public final class LocalCatalogue {
    /** The name of the file, in each of its places. */
    public static final String FILE = "services.json";

    /** Stands in the file for the platform's own address. */
    private static final String BASE = "{base}";

    private LocalCatalogue() {}

    /**
     * Puts everything that the file has in the place of what is there under the same addresses.
     * Services that came there otherwise stay.
     *
     * @param base the platform's own address, ending in a slash
     * @throws IllegalStateException if there is no file or it is faulty; the message names it and
     *     its lines
     */
    public static void load(EntryStore store, FilePlaces places, URI base, Clock clock) {
        LiveFile<List<CatalogueDraft>> file =
                new LiveFile<>(places, text -> read(text, base), clock);
        try {
            new StoredCatalogue(store.of(Tables.SERVICES), clock).put(file.get());
        } catch (InvalidCatalogue e) {
            throw new IllegalStateException(
                    "%s does not fit what is in the catalogue, %s"
                            .formatted(file.place(), e.getMessage()),
                    e);
        }
    }

    private static List<CatalogueDraft> read(String text, URI base) {
        String json = text.replace(BASE, base.toString());
        JsonNode tree = StrictFile.read(json, JsonNode.class);
        try {
            return CatalogueReader.file(tree);
        } catch (InvalidCatalogue e) {
            FileFaults faults = new FileFaults(json);
            e.faults().forEach(fault -> faults.add(fault.place(), fault.reason()));
            faults.check();
            throw e;
        }
    }
}
