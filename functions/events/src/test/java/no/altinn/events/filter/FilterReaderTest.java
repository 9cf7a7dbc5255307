package no.altinn.events.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import no.altinn.platform.json.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Collections;

class FilterReaderTest {
    private static final String TOO_LARGE = "The filters are too large.";

    private static FilterList read(String filters) {
        return FilterList.read(Json.parse(filters)).orElseThrow();
    }

    private static String detail(String filters) {
        InvalidFilter refusal = catchThrowableOfType(InvalidFilter.class, () -> read(filters));
        assertThat(refusal).hasMessage(TOO_LARGE);
        return refusal.detail();
    }

    private static String repeated(String filter, int times) {
        return String.join(",", Collections.nCopies(times, filter));
    }

    private static String exact(String text) {
        return "[{\"exact\":{\"id\":%s}}]".formatted(Json.string(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[{'regex':{'id':'a'}}]|Unsupported filter dialect 'regex'.",
                "[{'Exact':{'id':'a'}}]|Unsupported filter dialect 'Exact'.",
                "[{'':1}]|Unsupported filter dialect ''.",
                "[{'not':{'x':1}}]|Unsupported filter dialect 'x'.",
                "[{}]|A filter names one dialect.",
                "[{'exact':{'id':'a'},'prefix':{'id':'a'}}]|A filter names one dialect.",
                "[{'all':[{'exact':{'id':'a'},'x':1}]}]|A filter names one dialect.",
                "[{'exact':{}}]|Filter 'exact' must not be empty.",
                "[{'exact':{'id':''}}]|Filter 'exact' must not be empty.",
                "[{'prefix':{}}]|Filter 'prefix' must not be empty.",
                "[{'prefix':{'id':''}}]|Filter 'prefix' must not be empty.",
                "[{'suffix':{}}]|Filter 'suffix' must not be empty.",
                "[{'all':[]}]|Filter 'all' must not be empty.",
                "[{'any':[]}]|Filter 'any' must not be empty.",
                "[{'not':{}}]|Filter 'not' must not be empty.",
                "[{'sql':''}]|Filter 'sql' must not be empty.",
                "[{'sql':' '}]|Filter 'sql' must not be empty.",
                "['exact']|A filter must be an object.",
                "[null]|A filter must be an object.",
                "[[{'exact':{'id':'a'}}]]|A filter must be an object.",
                "[{'all':[1]}]|A filter must be an object.",
                "[{'exact':'id'}]|Filter 'exact' must be an object of attributes and texts.",
                "[{'exact':null}]|Filter 'exact' must be an object of attributes and texts.",
                "[{'prefix':{'id':1}}]|Filter 'prefix' must be an object of attributes and texts.",
                "[{'suffix':{'id':null}}]|Filter 'suffix' must be an object of attributes and texts.",
                "[{'all':{'exact':{'id':'a'}}}]|Filter 'all' must be a list of filters.",
                "[{'any':'x'}]|Filter 'any' must be a list of filters.",
                "[{'not':[{'exact':{'id':'a'}}]}]|Filter 'not' must be a filter.",
                "[{'sql':1}]|Filter 'sql' must be a text.",
                "[{'sql':{'a':'b'}}]|Filter 'sql' must be a text.",
                "[{'sql':'id ='}]|Invalid CESQL expression: a value is expected, not the end",
                "[{'sql':'LEN(id) = 1'}]|Invalid CESQL expression: there is no function LEN with 1 arguments",
                "[{'sql':'LENGTH(id)'}]|Invalid CESQL expression: it must give true or false",
                "[{'exact':{'data':'x'}}]|An event's data is no attribute that filters can ask for."
            })
    void aFilterThatIsNoneIsRefused(String filters, String message) {
        assertThatThrownBy(() -> read(filters.replace('\'', '"')))
                .isInstanceOf(InvalidFilter.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ID", "data_base64", "a-b", "é", "a b", "a\\u0000"})
    void anAttributesNameHasLowerCaseLettersAndDigits(String name) {
        assertThatThrownBy(() -> read("[{\"exact\":{\"%s\":\"a\"}}]".formatted(name)))
                .isInstanceOf(InvalidFilter.class)
                .hasMessageEndingWith(
                        "is no attribute: its name has 1 to 64 lower-case letters and digits.");
    }

    @Test
    void anAttributesNameHas64Characters() {
        assertThat(read("[{\"exact\":{\"%s\":\"x\"}}]".formatted("a".repeat(64)))).isNotNull();
        assertThatThrownBy(() -> read("[{\"exact\":{\"%s\":\"x\"}}]".formatted("a".repeat(65))))
                .isInstanceOf(InvalidFilter.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\ud800", "\\udc00", "a\\ud83d", "\\u0000", "\\u0085", "\\uffff"})
    void aTextHoldsWhatAttributesMayHold(String text) {
        assertThatThrownBy(() -> read("[{\"prefix\":{\"id\":\"%s\"}}]".formatted(text)))
                .isInstanceOf(InvalidFilter.class)
                .hasMessage(
                        "Filter 'prefix' must not hold control characters, noncharacters or lone"
                                + " surrogates.");
    }

    @Test
    void aDialectIsShownWithoutWhatCannotBeShown() {
        assertThatThrownBy(() -> read("[{\"\\ufffe\\n\":1}]"))
                .hasMessage("Unsupported filter dialect '\ufffd\ufffd'.");
        assertThatThrownBy(() -> read("[{\"%s\":1}]".formatted("x".repeat(9_000))))
                .hasMessage("Unsupported filter dialect '%s'.".formatted("x".repeat(100)));
    }

    @Test
    void aTextHas1024Characters() {
        assertThat(read(exact("😀".repeat(1_024)))).isNotNull();
        assertThat(detail(exact("a".repeat(1_025))))
                .isEqualTo(TOO_LARGE + " A text may have 1024 characters.");
    }

    @Test
    void filtersHave10KiB() {
        String filters = repeated("{\"exact\":{\"id\":\"%s\"}}".formatted("a".repeat(990)), 10);
        int rest = 10_240 - filters.length() - ",{\"exact\":{\"id\":\"\"}}[]".length();
        assertThat(rest).isBetween(1, 1_023);

        String most = "[%s,{\"exact\":{\"id\":\"%s\"}}]".formatted(filters, "b".repeat(rest));
        assertThat(read(most).text()).hasSize(10_240);
        assertThat(read("  " + most)).isNotNull();
        assertThat(detail(most.replace("\"b", "\"bb")))
                .isEqualTo(TOO_LARGE + " They may have 10240 bytes.");
        assertThat(detail(most.replace("bb", "åb"))).endsWith("bytes.");
    }

    @ParameterizedTest
    @CsvSource({"not", "all", "any"})
    void filtersStand5DeepInOneAnother(String dialect) {
        String before = dialect.equals("not") ? "{\"not\":" : "{\"%s\":[".formatted(dialect);
        String after = dialect.equals("not") ? "}" : "]}";
        String leaf = "{\"exact\":{\"id\":\"a\"}}";

        assertThat(read("[" + before.repeat(4) + leaf + after.repeat(4) + "]")).isNotNull();
        assertThat(detail("[" + before.repeat(5) + leaf + after.repeat(5) + "]"))
                .isEqualTo(TOO_LARGE + " They may stand 5 deep in one another.");
        assertThat(detail("[" + before.repeat(100) + leaf + after.repeat(100) + "]"))
                .endsWith("in one another.");
    }

    @Test
    void filtersHave50Conditions() {
        String leaf = "{\"exact\":{\"id\":\"a\",\"type\":\"b\"}}";

        assertThat(read("[%s]".formatted(repeated(leaf, 25)))).isNotNull();
        assertThat(read("[{\"any\":[%s]}]".formatted(repeated(leaf, 25)))).isNotNull();
        assertThat(detail("[%s,{\"sql\":\"TRUE\"}]".formatted(repeated(leaf, 25))))
                .isEqualTo(TOO_LARGE + " They may have 50 conditions.");
        assertThat(detail("[{\"any\":[%s]},%s]".formatted(repeated(leaf, 25), leaf)))
                .endsWith("conditions.");
    }

    @Test
    void filtersHave5Expressions() {
        String sql = "{\"sql\":\"id = '1'\"}";

        assertThat(read("[%s]".formatted(repeated(sql, 5)))).isNotNull();
        assertThat(detail("[{\"any\":[%s]},%s]".formatted(repeated(sql, 3), repeated(sql, 3))))
                .isEqualTo(TOO_LARGE + " They may have 5 CESQL expressions.");
    }

    @Test
    void anExpressionKeepsItsBounds() {
        assertThatThrownBy(() -> read("[{\"sql\":\"id = '%s'\"}]".formatted("a".repeat(1_018))))
                .hasMessage("Invalid CESQL expression: it has more than 1024 characters");
        assertThatThrownBy(
                        () ->
                                read(
                                        "[{\"sql\":\"%sTRUE%s\"}]"
                                                .formatted("(".repeat(21), ")".repeat(21))))
                .hasMessage("Invalid CESQL expression: it is nested over 20 levels deep");
        assertThatThrownBy(() -> read("[{\"sql\":\"id = '\\ud800'\"}]"))
                .hasMessageStartingWith("Invalid CESQL expression: the text that begins at");
    }
}
