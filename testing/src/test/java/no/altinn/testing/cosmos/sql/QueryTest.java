package no.altinn.testing.cosmos.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.testing.json.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The semantics that hide mistakes when they are got wrong. */
class QueryTest {
    private static final JsonNode DOCUMENT =
            Json.parse(
                    "{\"text\":\"Ab1\",\"number\":7,\"none\":null,\"yes\":true,"
                            + "\"in2\":{\"a\":1},\"list\":[1]}");

    private static boolean finds(String condition) {
        return Parser.query("SELECT * FROM c WHERE " + condition, Map.of()).finds(DOCUMENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "c.text = 'Ab1'",
                "c.text > 'Aa'",
                "c.text < 'a'",
                "c.number >= 7 AND c.number <= 7.0",
                "c.none = null",
                "c.yes",
                "c.yes = true",
                "NOT c.number = 8",
                "c.number != 8",
                "c.number IN (1, 7)",
                "STARTSWITH(c.text, 'A')",
                "RegexMatch(c.text, '^ab.$', 'i')",
                "c.number = 1 OR c.number = 7",
                "c.missing = 1 OR c.number = 7",
                "NOT (c.missing = 1 AND c.number = 8)",
                "(c.number = 1 OR c.yes) AND c.text = \"Ab1\"",
                "c.text = 'Ab1' and c.number = 7",
                "IS_DEFINED(c.none) AND IS_NULL(c.none)",
                "NOT IS_DEFINED(c.missing)",
                "IS_STRING(c.text) AND IS_NUMBER(c.number)",
                "IS_BOOLEAN(c.yes) AND IS_OBJECT(c.in2)",
                "IS_ARRAY(c.list)",
                "ARRAY_CONTAINS(c.list, 1) OR ARRAY_CONTAINS(c.list, 'a')"
            })
    void aConditionThatHoldsFindsTheDocument(String condition) {
        assertThat(finds(condition)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "c.text = 'ab1'",
                "c.missing = null",
                "c.missing != 1",
                "NOT c.missing = 1",
                "c.none = 0",
                "c.none < 'a'",
                "c.number < 'a'",
                "c.number != '7'",
                "c.text > 1",
                "c.number",
                "c.missing IN (1, null)",
                "STARTSWITH(c.text, 'a')",
                "STARTSWITH(c.missing, 'a')",
                "RegexMatch(c.text, '^ab.$')",
                "RegexMatch(c.number, '7')",
                "IS_DEFINED(c.missing)",
                "IS_NULL(c.missing)",
                "IS_STRING(c.number)",
                "IS_NUMBER(c.text)",
                "IS_BOOLEAN(c.none)",
                "IS_ARRAY(c.in2)",
                "IS_OBJECT(c.list)",
                "ARRAY_CONTAINS(c.list, '1')",
                "ARRAY_CONTAINS(c.text, 'Ab1')",
                "ARRAY_CONTAINS(c.missing, 1)",
                "NOT ARRAY_CONTAINS(c.missing, 1)",
                "NOT RegexMatch(c.number, '8')"
            })
    void whatIsUndefinedOrOfAnotherTypeOrCaseFindsNothing(String condition) {
        assertThat(finds(condition)).isFalse();
    }

    @Test
    void quotesAreEscapedByABackslash() {
        JsonNode document = Json.object().put("text", "o'\"c");

        assertThat(
                        Parser.query("SELECT * FROM c WHERE c.text = 'o\\'\"c'", Map.of())
                                .finds(document))
                .isTrue();
    }

    @Test
    void parametersAreValuesWhateverTheyHold() {
        Query query =
                Parser.query(
                        "SELECT * FROM c WHERE c.text = @p",
                        Map.of("@p", Json.parse("\"' OR 1=1 --\"")));

        assertThat(query.finds(DOCUMENT)).isFalse();
        assertThat(query.finds(Json.object().put("text", "' OR 1=1 --"))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT c.number, c.text FROM c    | {\"number\":7,\"text\":\"Ab1\"}",
                "SELECT c.missing, c.none FROM c   | {\"none\":null}",
                "SELECT VALUE c.in3.a FROM c       | ''",
                "SELECT VALUE c.in2.a FROM c       | 1",
                "SELECT c.in2.a AS b FROM c        | {\"b\":1}",
                "SELECT [{\"item\": c.number}, {\"item\": c.missing}] AS items FROM c"
                        + "| {\"items\":[{\"item\":7},{}]}",
                "SELECT {\"a\": c.number} AS payload FROM c | {\"payload\":{\"a\":7}}",
                "SELECT VALUE c.number FROM c      | 7"
            })
    void whatIsSelectedIsGiven(String sql, String given) {
        assertThat(Parser.query(sql, Map.of()).select(DOCUMENT)).hasToString(given);
    }

    @Test
    void howManyAreWantedIsSaidAtTheBeginningOrAtTheEnd() {
        assertThat(Parser.query("SELECT TOP 3 * FROM c", Map.of()).most()).contains(3);
        assertThat(Parser.query("SELECT * FROM c OFFSET 0 LIMIT 4", Map.of()).most()).contains(4);
        assertThat(Parser.query("SELECT * FROM c", Map.of()).most()).isEmpty();
    }

    @Test
    void theWholeDocumentIsAValueToo() {
        assertThat(Parser.query("SELECT c AS payload FROM c", Map.of()).select(DOCUMENT))
                .isEqualTo(Json.object().set("payload", DOCUMENT));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT VALUE COUNT(1) FROM c              | 3",
                "SELECT VALUE [{\"item\": COUNT(1)}] FROM c | [{\"item\":3}]"
            })
    void whatIsFoundIsCounted(String sql, String given) {
        Query query = Parser.query(sql, Map.of());

        assertThat(query.counts()).isTrue();
        assertThat(query.selectCount(3)).hasToString(given);
        assertThat(Parser.query("SELECT VALUE c.a FROM c", Map.of()).counts()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT VALUE COUNT(2) FROM c",
                "SELECT VALUE COUNT(c.a) FROM c",
                "SELECT COUNT(1) AS n FROM c",
                "SELECT * FROM c WHERE COUNT(1) = 1"
            })
    void otherCountsAreNoQueriesHere(String sql) {
        assertThatExceptionOfType(SyntaxError.class).isThrownBy(() -> Parser.query(sql, Map.of()));
    }

    @Test
    void aStarGivesTheWholeDocument() {
        assertThat(Parser.query("SELECT * FROM c", Map.of()).select(DOCUMENT)).isEqualTo(DOCUMENT);
    }

    @Test
    void valuesOfDifferentTypesHaveAnOrder() {
        Query query = Parser.query("SELECT * FROM c ORDER BY c.v", Map.of());
        List<JsonNode> sorted =
                Stream.of(
                                "{}",
                                "{\"v\":null}",
                                "{\"v\":true}",
                                "{\"v\":2}",
                                "{\"v\":10}",
                                "{\"v\":\"1\"}")
                        .map(Json::parse)
                        .toList();

        assertThat(sorted).isSortedAccordingTo(query::compare);
        assertThat(query.compare(sorted.get(3), sorted.get(4))).isNegative();
    }
}
