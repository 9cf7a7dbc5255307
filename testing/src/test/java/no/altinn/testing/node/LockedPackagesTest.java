package no.altinn.testing.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import no.altinn.testing.azurite.Azurite;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;

class LockedPackagesTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir private Path folder;

    private JsonNode json(Class<?> owner, String file) throws IOException {
        new LockedPackages(owner).copyTo(folder);
        return MAPPER.readTree(folder.resolve(file).toFile());
    }

    @ParameterizedTest
    @ValueSource(classes = {Azurite.class, NodeTools.class})
    void everyPackageIsLockedByItsChecksumAndBoundToNoRegistry(Class<?> owner) throws IOException {
        assertThat(json(owner, "package-lock.json").path("packages").properties())
                .hasSizeGreaterThan(1)
                .filteredOn(entry -> !entry.getKey().isEmpty())
                .allSatisfy(
                        entry -> {
                            JsonNode locked = entry.getValue();
                            assertThat(locked.path("integrity").asText())
                                    .as(entry.getKey())
                                    .startsWith("sha512-");
                            assertThat(locked.has("resolved")).as(entry.getKey()).isFalse();
                        });
    }

    @ParameterizedTest
    @ValueSource(classes = {Azurite.class, NodeTools.class})
    void theLockIsThatOfTheWantedVersions(Class<?> owner) throws IOException {
        JsonNode packages = json(owner, "package-lock.json").path("packages");

        assertThat(json(owner, "package.json").path("dependencies").properties())
                .isNotEmpty()
                .allSatisfy(wanted -> isLocked(packages, wanted));
    }

    private static void isLocked(JsonNode packages, Map.Entry<String, JsonNode> wanted) {
        assertThat(wanted.getValue().asText()).matches("[0-9]+\\.[0-9]+\\.[0-9]+");
        assertThat(packages.path("node_modules/" + wanted.getKey()).path("version"))
                .isEqualTo(wanted.getValue());
    }

    @Test
    void eachHasANameOfItsOwnThatIsFitForAFolder() {
        String name = new LockedPackages(NodeTools.class).name();

        assertThat(name)
                .matches("[0-9a-f-]{36}")
                .isEqualTo(new LockedPackages(NodeVersion.class).name())
                .isNotEqualTo(new LockedPackages(Azurite.class).name());
    }

    @Test
    void aClassWithoutALockIsNamed() {
        assertThatThrownBy(() -> new LockedPackages(String.class).name())
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("package-lock.json is missing beside java.lang.String");
    }
}
