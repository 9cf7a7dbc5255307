package no.altinn.acceptance.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.acceptance.infrastructure.bicep.Deployment;
import no.altinn.platform.json.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The numbers in the guides are those of the deployments, and the sums are right. */
class DocumentedNumbersTest {
    private static final Infrastructure INFRASTRUCTURE = Infrastructure.ofRepository();
    private static final Guide COSTS = Guide.read("costs.md");
    private static final String SIZES = "| | at21";
    private static final String MONTH = "| a month | at21";
    private static final String SUM = "**in all**";
    private static final Guide FIXED = part(0, COSTS.text().lastIndexOf(MONTH));
    private static final Guide AT_MOST =
            part(COSTS.text().lastIndexOf(MONTH), COSTS.text().length());
    private static final Pattern COMMA = Pattern.compile(", ");
    private static final Pattern QUANTITY = Pattern.compile("([\\d.]+): (\\d+)");
    private static final int SECONDS_OF_A_DAY = 86_400;

    /**
     * The environments of the page. An organisation that adds a file of its own needs no column.
     */
    static List<Deployment> environments() {
        Set<String> told = named(COSTS.head(SIZES));
        return INFRASTRUCTURE.environments().stream()
                .filter(environment -> told.contains(named(environment)))
                .toList();
    }

    private static Set<String> named(List<String> head) {
        return head.stream().flatMap(COMMA::splitAsStream).collect(Collectors.toSet());
    }

    private static Guide part(int from, int to) {
        return new Guide("costs.md", COSTS.text().substring(from, to));
    }

    private static String named(Deployment environment) {
        return environment.name().replaceFirst("^.*/(\\w+)\\.bicepparam$", "$1");
    }

    private static int column(List<String> head, Deployment environment) {
        for (int i = 0; i < head.size(); i++) {
            if (named(head.subList(i, i + 1)).contains(named(environment))) {
                return i;
            }
        }
        throw new AssertionError("no column for " + environment.name());
    }

    private static double price(String part) {
        return COSTS.table("| unit | price |").entrySet().stream()
                .filter(unit -> part.equals(unit.getKey()) || part.startsWith(unit.getKey() + ", "))
                .mapToDouble(unit -> Double.parseDouble(unit.getValue().get(0)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no price of " + part));
    }

    @Test
    void everyEnvironmentThatIsToldOfHasAParameterFile() {
        assertThat(environments())
                .extracting(DocumentedNumbersTest::named)
                .containsExactlyInAnyOrderElementsOf(named(COSTS.head(SIZES)))
                .contains("at22", "tt02", "prod", "example");
    }

    @ParameterizedTest
    @MethodSource("environments")
    void everySizeIsThatOfTheParameterFile(Deployment environment) {
        int column = column(COSTS.head(SIZES), environment);
        Map<String, String> told = new TreeMap<>();
        COSTS.table(SIZES).forEach((row, cells) -> told.put(row, cells.get(column)));
        Map<String, String> deployed = new Amounts(environment).sizes();

        assertThat(told.remove("network")).isNotEmpty();
        assertThat(told).containsExactlyInAnyOrderEntriesOf(deployed);
    }

    @ParameterizedTest
    @MethodSource("environments")
    void everyCostIsTheAmountThatIsDeployedAtThePriceThatIsTold(Deployment environment) {
        Map<String, Double> paid = new Amounts(environment).paid();
        for (Guide part : List.of(FIXED, AT_MOST)) {
            int column = column(part.head(MONTH), environment);
            Map<String, List<String>> rows = part.table(MONTH);
            rows.remove(SUM);
            rows.forEach(
                    (row, cells) -> {
                        Matcher told = QUANTITY.matcher(cells.get(column));
                        assertThat(told.matches()).as(row + cells).isTrue();
                        assertThat(Double.parseDouble(told.group(1)))
                                .as(row)
                                .isEqualTo(paid.get(row));
                        assertThat(Double.parseDouble(told.group(2)))
                                .as(row)
                                .isEqualTo((double) Math.round(paid.get(row) * price(row)));
                    });
        }
    }

    @Test
    void everythingThatIsPaidForIsToldOnce() {
        Set<String> told = new HashSet<>(FIXED.table(MONTH).keySet());
        told.remove(SUM);
        told.addAll(AT_MOST.table(MONTH).keySet());

        assertThat(told).isEqualTo(new Amounts(environments().get(0)).paid().keySet());
    }

    @ParameterizedTest
    @MethodSource("environments")
    void everySumIsThatOfItsColumn(Deployment environment) {
        Map<String, List<String>> rows = FIXED.table(MONTH);
        String told = rows.remove(SUM).get(column(FIXED.head(MONTH), environment));
        Map<String, Double> paid = new Amounts(environment).paid();
        double sum = rows.keySet().stream().mapToDouble(row -> paid.get(row) * price(row)).sum();

        // The parts are rounded.
        assertThat(Double.parseDouble(told)).isCloseTo(sum, within(2.0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"events", "rest"})
    void everyContainerIsToldWithTheDaysThatItKeeps(String database) {
        Map<String, List<String>> told =
                Guide.read("operations.md").table("| container of `" + database + "` |");
        String file = "cosmos-containers" + (database.equals("events") ? "" : "-rest") + ".json";
        for (JsonNode container : Json.parse(INFRASTRUCTURE.text("infra-bicep/" + file))) {
            String name = "`" + container.path("name").asText() + "`";
            long seconds = container.path("defaultTtlSeconds").asLong();
            String kept =
                    told.entrySet().stream()
                            .filter(row -> row.getKey().contains(name))
                            .map(row -> row.getValue().get(1))
                            .findFirst()
                            .orElseThrow(() -> new AssertionError("nothing tells of " + name));

            if (seconds > 0) {
                assertThat(kept).as(name).isEqualTo(String.valueOf(seconds / SECONDS_OF_A_DAY));
            } else if (seconds == 0) {
                assertThat(kept).as(name).isEqualTo("until removed");
            } else {
                // Each document says it itself.
                assertThat(kept).as(name).isNotBlank();
            }
        }
    }
}
