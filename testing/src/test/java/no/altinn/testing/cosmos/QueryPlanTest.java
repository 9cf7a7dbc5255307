package no.altinn.testing.cosmos;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.testing.cosmos.sql.Parser;
import no.altinn.testing.json.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Map;

/** The plans are those that the vendor's SDK for .NET is tested against. */
class QueryPlanTest {
    private static final Map<String, JsonNode> PARAMETERS =
            Map.of("@p0", Json.parse("\"x\""), "@p1", Json.parse("1"));

    private static JsonNode plan(String sql, String... paths) {
        PartitionKeys keys =
                new PartitionKeys(
                        Json.parse(
                                """
                                {"partitionKey":{"paths":["%s"],"kind":"%s","version":2}}\
                                """
                                        .formatted(
                                                String.join("\",\"", paths),
                                                paths.length == 1 ? "Hash" : "MultiHash")));
        return new QueryPlan(Parser.query(sql, PARAMETERS), sql, keys).json();
    }

    private static JsonNode described(String sql, String... paths) {
        return plan(sql, paths).path("queryInfo");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT * FROM c ORDER BY c.n"
                        + "| SELECT c._rid, [{\"item\": c.n}] AS orderByItems, c AS payload"
                        + "/FROM c/WHERE ({documentdb-formattableorderbyquery-filter})"
                        + "/ORDER BY c.n",
                "SELECT TOP 10 c.a, c.b FROM c WHERE c.d = @p0 ORDER BY c.m, c.n"
                        + "| SELECT TOP 10 c._rid, [{\"item\": c.m}, {\"item\": c.n}]"
                        + " AS orderByItems, {\"a\": c.a, \"b\": c.b} AS payload"
                        + "/FROM c"
                        + "/WHERE ((c.d = @p0) AND ({documentdb-formattableorderbyquery-filter}))"
                        + "/ORDER BY c.m, c.n",
                "SELECT VALUE c.a FROM c ORDER BY c.n DESC"
                        + "| SELECT c._rid, [{\"item\": c.n}] AS orderByItems, c.a AS payload"
                        + "/FROM c/WHERE (({documentdb-formattableorderbyquery-filter})"
                        + " AND IS_DEFINED(c.a))/ORDER BY c.n DESC",
                "SELECT * FROM c ORDER BY c.n OFFSET 0 LIMIT 3"
                        + "| SELECT c._rid, [{\"item\": c.n}] AS orderByItems, c AS payload"
                        + "/FROM c/WHERE ({documentdb-formattableorderbyquery-filter})"
                        + "/ORDER BY c.n/OFFSET 0 LIMIT 3",
                "SELECT * FROM c ORDER BY c.n OFFSET 4 LIMIT 3"
                        + "| SELECT c._rid, [{\"item\": c.n}] AS orderByItems, c AS payload"
                        + "/FROM c/WHERE ({documentdb-formattableorderbyquery-filter})"
                        + "/ORDER BY c.n/OFFSET 0 LIMIT 7"
            })
    void aQueryThatSortsIsRewrittenSoThatTheSdkCanMerge(String sql, String rewritten) {
        assertThat(described(sql, "/key").path("rewrittenQuery").textValue())
                .isEqualTo(rewritten.replaceAll("/(FROM|WHERE|ORDER|OFFSET)", "\n$1"));
    }

    @Test
    void theSdkIsToldByWhatToMergeAndHowManyAreWanted() {
        JsonNode info = described("SELECT TOP 7 * FROM c ORDER BY c.m, c.n DESC", "/key");

        assertThat(info.path("top")).hasToString("7");
        assertThat(info.path("orderBy")).hasToString("[\"Ascending\",\"Descending\"]");
        assertThat(info.path("orderByExpressions")).hasToString("[\"c.m\",\"c.n\"]");
        assertThat(info.path("hasSelectValue")).hasToString("false");
    }

    @Test
    void aLimitIsTheSdksToKeepLikeATop() {
        JsonNode info = described("SELECT * FROM c ORDER BY c.n OFFSET 0 LIMIT 7", "/key");

        assertThat(info.path("top")).hasToString("null");
        assertThat(info.path("offset")).hasToString("0");
        assertThat(info.path("limit")).hasToString("7");
    }

    @Test
    void anOffsetIsTheSdksToLeaveOut() {
        JsonNode info = described("SELECT * FROM c ORDER BY c.n OFFSET 4 LIMIT 7", "/key");

        assertThat(info.path("offset")).hasToString("4");
        assertThat(info.path("limit")).hasToString("7");
    }

    @Test
    void anOffsetWithinOneKeyIsTheServersToLeaveOut() {
        JsonNode info =
                described(
                        "SELECT * FROM c WHERE c.key = @p0 ORDER BY c.n OFFSET 4 LIMIT 7", "/key");

        assertThat(info.path("offset")).hasToString("null");
        assertThat(info.path("limit")).hasToString("null");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT TOP 5 * FROM c                            | 5",
                "SELECT TOP 5 * FROM c WHERE c.key = @p0          | 5",
                "SELECT * FROM c WHERE c.key = @p0 ORDER BY c.key | null",
                "SELECT * FROM c WHERE c.n = @p1                  | null"
            })
    void aQueryThatTheSdkNeedNotSortStaysAsItIs(String sql, String top) {
        JsonNode info = described(sql, "/key");

        assertThat(info.path("top")).hasToString(top);
        assertThat(info.path("orderBy")).isEmpty();
        assertThat(info.path("rewrittenQuery").textValue()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT VALUE COUNT(1) FROM c" + "| SELECT VALUE [{\"item\": COUNT(1)}]/FROM c",
                "select value count(1) from c where c.a = @p0 and c.n = @p1"
                        + "| SELECT VALUE [{\"item\": COUNT(1)}]/FROM c"
                        + "/WHERE (c.a = @p0 and c.n = @p1)"
            })
    void aQueryThatCountsIsRewrittenSoThatTheSdkCanAddUp(String sql, String rewritten) {
        JsonNode info = described(sql, "/key");

        assertThat(info.path("aggregates")).hasToString("[\"Count\"]");
        assertThat(info.path("hasSelectValue")).hasToString("true");
        assertThat(info.path("rewrittenQuery").textValue())
                .isEqualTo(rewritten.replaceAll("/(FROM|WHERE)", "\n$1"));
    }

    @Test
    void aQueryWithinAKeyIsAskedInItsRangeOnly() {
        JsonNode range = plan("SELECT * FROM c WHERE c.key = @p0", "/key").at("/queryRanges/0");

        assertThat(range.path("min").textValue())
                .hasSize(32)
                .isEqualTo(range.path("max").textValue());
        assertThat(plan("SELECT * FROM c WHERE c.key > @p0", "/key").at("/queryRanges/0"))
                .hasToString(
                        "{\"min\":\"\",\"max\":\"FF\",\"isMinInclusive\":true,"
                                + "\"isMaxInclusive\":false}");
    }

    @Test
    void aPartOfAHierarchicalKeyMayLieInSeveralRanges() {
        JsonNode plan = plan("SELECT * FROM c WHERE c.a = @p0 ORDER BY c.a, c.n", "/a", "/id");

        assertThat(plan.at("/queryInfo/orderBy")).hasSize(2);
        assertThat(plan.at("/queryRanges/0/max").textValue()).isEqualTo("FF");
    }
}
