package no.altinn.acceptance.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.acceptance.infrastructure.bicep.Deployed;
import no.altinn.acceptance.infrastructure.bicep.Deployment;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Containers that were made without throughput of their own cannot get it: they go on sharing. */
class SharedThroughputTest {
    private static final String PROD = "infra-bicep/parameters/prod.bicepparam";
    private static final Infrastructure OLDER =
            Infrastructure.ofRepository()
                    .with(PROD, "  events: 20000", "  events: 0")
                    .with(PROD, "  deliveries: 20000", "  deliveries: 0");

    @Test
    void aContainerThatIsGivenNoneSharesThatOfItsDatabase() {
        assertThat(throughput(OLDER))
                .isEqualTo(Map.of("/events", 4000, "/rest", 4000))
                .isNotEqualTo(throughput(Infrastructure.ofRepository()));
    }

    @Test
    void oneContainerMayShareWhileTheOtherHasItsOwn() {
        Infrastructure one =
                Infrastructure.ofRepository().with(PROD, "  events: 20000", "  events: 0");

        assertThat(throughput(one))
                .isEqualTo(Map.of("/events", 4000, "/events/deliveries", 20000, "/rest", 4000));
    }

    @Test
    void suchAnEnvironmentIsWithinAllRules() {
        assertThat(Rules.ALL).allSatisfy(rule -> assertThat(rule.faultsOf(OLDER)).isEmpty());
    }

    private static Map<String, Integer> throughput(Infrastructure infrastructure) {
        Map<String, Integer> throughput = new TreeMap<>();
        prod(infrastructure)
                .forEach(
                        one ->
                                settings(one)
                                        .forEach(
                                                most ->
                                                        throughput.put(
                                                                one.name()
                                                                        .replaceFirst("^[^/]*", ""),
                                                                most.asInt())));
        return throughput;
    }

    private static Stream<Deployed> prod(Infrastructure infrastructure) {
        Deployment prod =
                infrastructure.environments().stream()
                        .filter(one -> one.name().contains("prod"))
                        .findFirst()
                        .orElseThrow();
        return prod.resources().stream()
                .filter(one -> one.type().startsWith("Microsoft.DocumentDB/"));
    }

    private static List<JsonNode> settings(Deployed one) {
        return one.properties().path("options").findValues("maxThroughput");
    }
}
