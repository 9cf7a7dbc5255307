package no.altinn.platform.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.platform.json.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Map;
import java.util.Set;

final class MemorySizeTest {
    private static int of(String claim) {
        Map<String, JsonNode> claims = Map.of("x", Json.parse(claim));
        return MemorySize.of("", claims, Set.of()) - MemorySize.of("", Map.of(), Set.of());
    }

    /** At least the headers of the objects, and the references to them. */
    @ParameterizedTest
    @CsvSource({"{},1000,100", "[],1000,60", "11,1000,20", "\"\",1000,60", "{\"a\":1},1000,250"})
    void manySmallValuesTakeManyTimesTheirText(String value, int count, int bytesEach) {
        String list = "[" + (value + ",").repeat(count - 1) + value + "]";

        assertThat(of(list)).isGreaterThan(count * bytesEach);
    }

    @Test
    void aTextTakesItsCharacters() {
        assertThat(of("\"" + "x".repeat(1000) + "\"") - of("\"\"")).isEqualTo(2000);
    }

    @Test
    void aNumberTakesLessThanItsDigits() {
        assertThat(of("9".repeat(900))).isBetween(900, 1200);
    }

    @Test
    void theTokenAndItsScopesCount() {
        int empty = MemorySize.of("", Map.of(), Set.of());

        assertThat(MemorySize.of("x".repeat(100), Map.of(), Set.of()) - empty).isEqualTo(100);
        assertThat(MemorySize.of("", Map.of(), Set.of("ab", "cd")) - empty).isGreaterThan(100);
    }
}
