package no.altinn.testing.azurite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;

class LockedPackagesTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir private Path folder;

    @BeforeEach
    void copy() throws IOException {
        LockedPackages.copyTo(folder);
    }

    private JsonNode json(String file) throws IOException {
        return MAPPER.readTree(folder.resolve(file).toFile());
    }

    @Test
    void everyPackageIsLockedByItsChecksum() throws IOException {
        JsonNode packages = json("package-lock.json").path("packages");

        assertThat(packages.properties())
                .hasSizeGreaterThan(1)
                .filteredOn(entry -> !entry.getKey().isEmpty())
                .allSatisfy(
                        entry ->
                                assertThat(entry.getValue().path("integrity").asText())
                                        .as(entry.getKey())
                                        .startsWith("sha512-"));
    }

    @Test
    void theLockIsThatOfTheWantedVersion() throws IOException {
        String wanted = json("package.json").at("/dependencies/azurite").asText();

        assertThat(wanted).matches("[0-9]+\\.[0-9]+\\.[0-9]+");
        assertThat(
                        json("package-lock.json")
                                .path("packages")
                                .path("node_modules/azurite")
                                .path("version")
                                .asText())
                .isEqualTo(wanted);
    }

    @Test
    void itsNameIsFitForAFolder() {
        assertThat(LockedPackages.name()).matches("[0-9a-f-]{36}").isEqualTo(LockedPackages.name());
    }
}
