package no.altinn.acceptance.infrastructure.bicep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {
    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/16, 10.0.255.0/24, true",
        "10.0.0.0/24, 10.0.0.128/25, true",
        "10.0.0.0/24, 10.0.1.0/24, false",
        "0.0.0.0/0, 255.255.255.255/32, true"
    })
    void rangesWithAnAddressInCommonOverlap(String one, String other, boolean overlaps) {
        assertThat(AddressRange.of(one).overlaps(AddressRange.of(other))).isEqualTo(overlaps);
        assertThat(AddressRange.of(other).overlaps(AddressRange.of(one))).isEqualTo(overlaps);
    }

    @Test
    void aRangeTellsItsSizeAndItself() {
        assertThat(AddressRange.of("10.40.3.0/24").size()).isEqualTo(256);
        assertThat(AddressRange.of("10.40.3.0/24")).hasToString("10.40.3.0/24");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"10.0.0.1/24", "10.0.0.0", "10.0.0.256/32", "10.0.0.0/33", "AzureCloud", ""})
    void whatIsNoRangeIsRefused(String text) {
        assertThatThrownBy(() -> AddressRange.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(text);
    }
}
