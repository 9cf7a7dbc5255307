package no.altinn.testing.node;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NodeVersionTest {
    @ParameterizedTest
    @ValueSource(strings = {"v20.0.0\n", "v22.11.0", "v100.1.0-nightly20270101"})
    void aNewEnoughOneIsTaken(String told) {
        assertThatCode(() -> NodeVersion.require(told)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"v18.19.1\n", "v0.12.18", "v19.9.0"})
    void anOlderOneIsNamedBesideTheOldestThatWillDo(String told) {
        assertThatThrownBy(() -> NodeVersion.require(told))
                .isInstanceOf(NodeMissing.class)
                .hasMessage(
                        "Node %s is too old: Node 20 or later is needed",
                        told.strip().substring(1));
    }

    @Test
    void anotherProgramOfThatNameIsNoNode() {
        assertThatThrownBy(() -> NodeVersion.require("usage: node [callsign]"))
                .isInstanceOf(NodeMissing.class)
                .hasMessageContaining("usage: node [callsign]");
    }
}
