package no.altinn.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

class AzureSitesTest {
    private static final Path CHECKOUT = Path.of("../..");

    @Test
    void theDeployedListTellsWhatRunsWhere() {
        assertThat(AzureSites.of(CHECKOUT))
                .get()
                .satisfies(
                        sites -> {
                            assertThat(sites.api()).contains("PublishEvent");
                            assertThat(sites.lines().get(0))
                                    .isEqualTo(
                                            "the API answers requests (%d functions)"
                                                    .formatted(sites.api().size()));
                            assertThat(sites.lines().get(1))
                                    .startsWith("the worker runs DeliverEvent, ")
                                    .contains(", RelayEvents, ");
                        });
    }

    @Test
    void withoutTheListNothingIsTold(@TempDir Path elsewhere) throws IOException {
        assertThat(AzureSites.of(elsewhere)).isEmpty();
        Files.createDirectories(elsewhere.resolve("infra-bicep"));
        Files.writeString(elsewhere.resolve("infra-bicep/events-functions.json"), "no JSON");

        assertThat(AzureSites.of(elsewhere)).isEqualTo(Optional.empty());
    }

    /** The guides point to the list: a second one would grow old. */
    @Test
    void theGuidesPointToTheList() throws IOException {
        assertThat(Files.readString(CHECKOUT.resolve("README.md")))
                .contains("(infra-bicep/events-functions.json)");
        for (String guide : new String[] {"local-platform", "architecture"}) {
            assertThat(Files.readString(CHECKOUT.resolve("docs/" + guide + ".md")))
                    .contains("(../infra-bicep/events-functions.json)");
        }
    }
}
