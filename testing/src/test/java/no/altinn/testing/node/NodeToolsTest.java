package no.altinn.testing.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(WithNodeTools.class)
class NodeToolsTest {
    private final NodeTools tools;

    NodeToolsTest(NodeTools tools) {
        this.tools = tools;
    }

    @Tag("proof")
    @ParameterizedTest
    @CsvSource({"spectral,6.16.3", "newman,6.2.2", "bru,4.1.0"})
    void aToolIsOfTheLockedVersion(String tool, String version) {
        ToolResult result = tools.tool(tool, "--version").run();

        assertThat(result.status()).as(result.output()).isZero();
        assertThat(result.output()).contains(version);
    }

    @Test
    void aPackageHasItsFiles() {
        assertThat(tools.module("axe-core").resolve("axe.min.js")).isNotEmptyFile();
        assertThat(tools.module("@usebruno/cli").resolve("package.json")).isNotEmptyFile();
    }

    @Test
    void whatIsNotInstalledIsNamed() {
        assertThatThrownBy(() -> tools.bin("left-pad"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("There is no tool left-pad in ");
        assertThatThrownBy(() -> tools.module("left-pad"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("There is no package left-pad in ");
    }
}
