package no.altinn.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptTest {
    private static final MediaType TEXT = new MediaType("text/plain");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json | 1",
                "APPLICATION/JSON ; Q=0.5 | 0.5",
                "application/json;charset=utf-8;q=0.7 | 0.7",
                "application/*;q=0.25 | 0.25",
                "*/* | 1",
                "*/*;q=0.1 | 0.1",
                "text/plain, application/json;q=0.123 | 0.123",
                "*/*;q=0.9, application/*;q=0.6, application/json;q=0.3 | 0.3",
                "application/json;q=0, */* | 0",
                "application/jso | 0",
                "text/* | 0",
                "text/html | 0"
            })
    void theClosestRangeTellsHowMuchATypeIsLiked(String header, double quality) {
        assertThat(Accept.parse(header).quality(MediaType.JSON)).isEqualTo(quality);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ",,;",
                ";q=1",
                "application/json;q=2",
                "application/json;q=-1",
                "application/json;q=",
                "application/json;q=0.1234",
                "application/json;q=NaN"
            })
    void whatIsMalformedIsIgnored(String header) {
        assertThat(Accept.parse(header).ranges()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/json, */*;q=0.8",
                "application/json, text/plain;q=0.9",
                "text/plain;q=0.9,application/json",
                "application/*, text/*;q=0.5"
            })
    void jsonIsPreferredWhereItIsLikedMore(String header) {
        assertThat(Accept.parse(header).prefers(MediaType.JSON, TEXT)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*/*",
                "text/plain",
                "text/html",
                "application/json, text/plain, */*",
                "application/json;q=0.5, text/plain;q=0.6",
                "application/json;q=0.5, */*;q=0.6",
                "application/json;q=0"
            })
    void jsonIsNotPreferredWhereItIsLikedAlikeOrLess(String header) {
        assertThat(Accept.parse(header).prefers(MediaType.JSON, TEXT)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json | true",
                "text/html, Application/JSON;q=0.1 | true",
                "*/* | false",
                "application/* | false",
                "application/json;q=0 | false",
                "application/json+x | false"
            })
    void onlyTheTypeItselfNamesIt(String header, boolean isNamed) {
        assertThat(Accept.parse(header).names(MediaType.JSON)).isEqualTo(isNamed);
    }

    @Test
    void aHeaderWithoutEndIsIgnored() {
        assertThat(Accept.parse("application/json,".repeat(100)).ranges()).isEmpty();
    }

    @Property(tries = 300)
    void anyTextCanBeParsed(@ForAll @StringLength(max = 1100) String header) {
        assertThat(Accept.parse(header).quality(MediaType.JSON)).isBetween(0.0, 1.0);
    }
}
