package no.altinn.local.host.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Map;
import java.util.Optional;

final class RouteTemplateTest {
    private static Optional<Map<String, String>> match(String template, String path) {
        return RouteTemplate.parse(template).match(RequestPath.of(path));
    }

    @Test
    void literalsAreComparedWithoutCase() {
        assertThat(match("api/V1/Events", "/API/v1/events")).contains(Map.of());
        assertThat(match("api/v1", "/api/v2")).isEmpty();
    }

    @Test
    void aSlashAtTheEndIsAccepted() {
        assertThat(match("api/events", "/api/events/")).isPresent();
        assertThat(match("api/events/", "/api/events")).isPresent();
    }

    @Test
    void anEmptyTemplateIsTheRoot() {
        assertThat(match("", "/")).contains(Map.of());
        assertThat(match("", "/a")).isEmpty();
    }

    @Test
    void aDoubleSlashIsNot() {
        assertThat(match("api/events", "/api//events")).isEmpty();
        assertThat(match("api/{x}", "/api//")).isEmpty();
    }

    @Test
    void fewerOrMoreSegmentsDoNotMatch() {
        assertThat(match("a/{x}", "/a")).isEmpty();
        assertThat(match("a/{x}", "/a/b/c")).isEmpty();
    }

    @Test
    void aParameterTakesASegmentAsItIsWritten() {
        assertThat(match("topics/{Topic}/items/{id}", "/topics/Ab/items/9"))
                .contains(Map.of("Topic", "Ab", "id", "9"));
    }

    @Test
    void aParameterIsDecodedButForItsSlashes() {
        assertThat(match("a/{x}", "/a/%C3%A6%20b%2Fc%2fd")).contains(Map.of("x", "æ b%2Fc%2fd"));
    }

    @Test
    void aParameterMayHaveTextAroundIt() {
        assertThat(match("files/v{id}.JSON", "/files/V12.json")).contains(Map.of("id", "12"));
        assertThat(match("files/v{id}.json", "/files/v.json")).isEmpty();
        assertThat(match("files/v{id}.json", "/files/x12.json")).isEmpty();
    }

    @Test
    void anOptionalParameterMayBeAbsent() {
        assertThat(match("a/{x?}", "/a")).contains(Map.of());
        assertThat(match("a/{x?}", "/a/1")).contains(Map.of("x", "1"));
        assertThat(match("a/{x:int?}", "/a/b")).isEmpty();
    }

    @Test
    void aCatchAllTakesTheRestWithItsSlashesEvenNone() {
        assertThat(match("a/{*rest}", "/a/b/c/")).contains(Map.of("rest", "b/c/"));
        assertThat(match("a/{**rest}", "/a")).contains(Map.of("rest", ""));
        assertThat(match("a/{*rest}", "/b")).isEmpty();
    }

    @Test
    void aCatchAllTakesEmptySegmentsButDoesNotBeginWithOne() {
        assertThat(match("a/{*rest}", "/a/b//c//")).contains(Map.of("rest", "b//c//"));
        assertThat(match("a/{*rest}", "/a//b")).isEmpty();
        assertThat(match("{*rest}", "//a")).isEmpty();
    }

    @Test
    void aCatchAllTakesOnlyWhatItsConstraintsLetThrough() {
        String template = "{*path:regex(^a/):regex(//)}";

        assertThat(match(template, "/a//b")).contains(Map.of("path", "a//b"));
        assertThat(match(template, "/A/b//")).contains(Map.of("path", "A/b//"));
        assertThat(match(template, "/a/b")).isEmpty();
        assertThat(match(template, "/b//a/")).isEmpty();
        assertThat(match(template, "/")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "int,12,1.5",
        "int,-1,2147483648",
        "long,2147483648,9223372036854775808",
        "bool,TRUE,1",
        "guid,00000000-0000-4000-8000-000050000001,0000",
        "alpha,abC,a1",
        "double,-1.5,x",
        "min(3),3,2",
        "max(3),3,4",
        "'range(1,3)',2,4",
        "length(2),ab,abc",
        "'length(1,2)',ab,abc",
        "minlength(2),ab,a",
        "maxlength(2),ab,abc",
        "regex(^a.c$),aBC,abcd",
        "Regex(b),abc,acd",
    })
    void aConstraintLetsOnlySuchValuesThrough(String constraint, String good, String bad) {
        assertThat(match("a/{x:" + constraint + "}", "/a/" + good)).contains(Map.of("x", good));
        assertThat(match("a/{x:" + constraint + "}", "/a/" + bad)).isEmpty();
    }

    @Test
    void everyOfSeveralConstraintsMustBeMet() {
        assertThat(match("a/{x:int:min(5)}", "/a/6")).isPresent();
        assertThat(match("a/{x:int:min(5)}", "/a/4")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{x",
                "x}",
                "{}",
                "{x}{y}",
                "{x=1}",
                "{x:even}",
                "{x:min}",
                "{x:min(a)}",
                "{x:int(1,2)}",
                "{x:regex([)}",
                "{x:regex(/}",
                "a{x?}",
                "{*x}.json",
                "{x?}/b",
                "{*x}/b",
                "{x}/{x}"
            })
    void aTemplateThatCannotBeMatchedIsRefused(String template) {
        assertThatThrownBy(() -> RouteTemplate.parse(template))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void everySegmentOfLettersIsAValue(
            @ForAll @AlphaChars @StringLength(min = 1, max = 30) String value) {
        assertThat(match("a/{x}/b", "/A/" + value + "/B")).contains(Map.of("x", value));
    }
}
