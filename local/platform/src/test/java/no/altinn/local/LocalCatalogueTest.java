package no.altinn.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import no.altinn.local.testdata.FilePlaces;
import no.altinn.rest.catalogue.Action;
import no.altinn.rest.catalogue.Catalogue;
import no.altinn.rest.catalogue.Payment;
import no.altinn.rest.catalogue.Service;
import no.altinn.rest.catalogue.ServiceKey;
import no.altinn.rest.catalogue.StoredCatalogue;
import no.altinn.rest.language.Language;
import no.altinn.rest.record.EntryStore;
import no.altinn.rest.record.MemoryEntryStore;
import no.altinn.rest.record.Tables;
import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

class LocalCatalogueTest {
    private static final URI BASE = URI.create("http://localhost:7071/");

    @TempDir private Path folder;

    private final MutableClock clock = MutableClock.at("2026-01-02T10:00:00Z");
    private final EntryStore store = new MemoryEntryStore(clock);
    private final Catalogue catalogue = new StoredCatalogue(store.of(Tables.SERVICES), clock);

    private void load(FilePlaces places) {
        LocalCatalogue.load(store, places, BASE, clock);
    }

    private FilePlaces repository() {
        return FilePlaces.of(LocalCatalogue.FILE, Optional.empty(), folder, Path.of("..", ".."));
    }

    private Service service(String code) {
        return catalogue.service(new ServiceKey(code, 1)).orElseThrow();
    }

    @Test
    void theServicesOfTheTestDataAreThere() {
        load(repository());

        assertThat(catalogue.services())
                .extracting(service -> service.key() + " " + service.type().title())
                .containsExactly(
                        "1001/1 FormTask",
                        "1002/1 FormTask",
                        "1003/1 FormTask",
                        "2001/1 Correspondence",
                        "2002/1 Correspondence",
                        "2101/1 Correspondence",
                        "3001/1 Lookup",
                        "4001/1 Broker");
        assertThat(catalogue.services())
                .allSatisfy(
                        service -> {
                            assertThat(service.actions().keySet())
                                    .containsExactlyInAnyOrder("PRIV", "DAGL", "UTINN");
                            assertThat(service.actions().values())
                                    .containsOnly(Set.of(Action.values()));
                        });
        assertThat(service("1002").level()).isEqualTo(3);
        assertThat(service("1003").payment())
                .contains(
                        new Payment.At(
                                BASE.resolve("payment/page"), BASE.resolve("payment/status")));
        assertThat(service("2101").owner()).isEqualTo("skd");
        assertThat(service("3001").lookupSource()).contains(BASE.resolve("lookup-source/3001"));
        assertThat(service("1001").forms())
                .extracting(Service.FormType::dataFormatId)
                .containsExactly("5000", "5001");
        assertThat(service("1001").forms().get(0).schema()).contains("name=\"navn\"");
        assertThat(catalogue.codeList("ASF_Land", 404, Language.ENGLISH).orElseThrow().codes())
                .extracting("value1")
                .contains("Norway", "Denmark");
    }

    @Test
    void loadingTwiceLeavesEachServiceOnce() {
        load(repository());
        load(repository());

        assertThat(catalogue.services()).hasSize(8);
    }

    @Test
    void aFaultyFileIsNamedWithItsLines() throws IOException {
        Path file = folder.resolve("services.json");
        Files.writeString(
                file,
                """
                {"CodeLists": [
                  {"Name": "a b", "Version": 1, "Languages": [
                    {"Language": 1044, "Codes": [{"Value1": "x"}]}
                  ]}
                ]}
                """);
        FilePlaces places = new FilePlaces("services.json", List.of(file), false);

        assertThatThrownBy(() -> load(places))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("line 2: CodeLists[0].Name: must be 1 to 50 letters")
                .hasMessageContaining(
                        "line 3: CodeLists[0].Languages[0].Codes[0].Code: is missing");
        assertThat(catalogue.codeLists()).isEmpty();
    }

    @Test
    void aFileThatNamesAnUnknownRoleIsRefused() throws IOException {
        Path file = folder.resolve("services.json");
        String services = Files.readString(Path.of("..", "services.json"));
        Files.writeString(file, services.replace("\"UTINN\"", "\"UKJENT\""));

        assertThatThrownBy(() -> load(new FilePlaces("services.json", List.of(file), false)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("UKJENT: there is no role with this code");
        assertThat(catalogue.services()).isEmpty();
    }
}
