package no.altinn.local.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import no.altinn.platform.json.MalformedJson;

import org.junit.jupiter.api.Test;

class CaselessJsonTest {

    @Test
    void namesAreFoundInLowerCaseAtEveryDepth() {
        assertThat(CaselessJson.parse("{\"Request\":[{\"AttributeId\":1}]}"))
                .hasToString("{\"request\":[{\"attributeid\":1}]}");
    }

    @Test
    void valuesKeepTheirCase() {
        assertThat(CaselessJson.parse("{\"Value\":\"TTD\"}").path("value").asText())
                .isEqualTo("TTD");
    }

    @Test
    void whatIsNoJsonIsRefused() {
        assertThatExceptionOfType(MalformedJson.class)
                .isThrownBy(() -> CaselessJson.parse("{\"a\":"));
    }
}
