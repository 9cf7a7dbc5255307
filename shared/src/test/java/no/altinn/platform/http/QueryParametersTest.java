package no.altinn.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class QueryParametersTest {
    @Test
    void namesAreComparedWithoutCase() {
        assertThat(QueryParameters.parse("After=1").first("after")).contains("1");
    }

    @Test
    void repeatedValuesKeepTheirOrder() {
        assertThat(QueryParameters.parse("type=b&size=1&type=a").all("type"))
                .containsExactly("b", "a");
    }

    @Test
    void anEmptyValueCountsAsNone() {
        QueryParameters query = QueryParameters.parse("after=&&after&after=2");

        assertThat(query.all("after")).containsExactly("2");
        assertThat(query.first("after")).contains("2");
    }

    @Test
    void aMalformedEscapeIsABadRequest() {
        assertThatThrownBy(() -> QueryParameters.parse("after=%zz"))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.answer().status()).isEqualTo(400));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%zz", "%", "%FF", "%FE", "%C0%A0", "%ED%A0%80"})
    void aValueThatIsNoEncodedUtf8IsToldByItsName(String value) {
        assertThatThrownBy(() -> QueryParameters.parse("size=1&subject=" + value))
                .isInstanceOfSatisfying(
                        Problem.class,
                        p -> {
                            assertThat(p.answer().status()).isEqualTo(400);
                            assertThat(p).hasMessageContaining("'subject'");
                        });
    }

    @Test
    void aNameThatIsNoEncodedUtf8IsABadRequestToo() {
        assertThatThrownBy(() -> QueryParameters.parse("%FF=1"))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.answer().status()).isEqualTo(400));
    }

    @Test
    void theFirstParameterOfAKindIsFound() {
        QueryParameters query = QueryParameters.parse("a=1&B=x&c=y&d");

        assertThat(query.nameOf(value -> value.matches("[a-z]"))).contains("B");
        assertThat(query.nameOf(value -> value.equals("2"))).isEmpty();
    }

    @Test
    void aReplacedParameterComesLast() {
        assertThat(QueryParameters.parse("AFTER=1&after=2&size=3").with("after", "9"))
                .hasToString("size=3&after=9");
    }

    @Test
    void aSpaceIsWrittenAsAnEscape() {
        assertThat(QueryParameters.parse("subject=a+b")).hasToString("subject=a%20b");
    }

    @ParameterizedTest
    @CsvSource({
        "https://a/b, https://a/b?x=1",
        "https://a/b?, https://a/b?x=1",
        "https://a/b?c=d, https://a/b?c=d&x=1",
        "https://a/b?c=d&, https://a/b?c=d&x=1",
        "https://a/#/b?c, https://a/?x=1#/b?c",
        "https://a/?e=%26#f, https://a/?e=%26&x=1#f"
    })
    void moreIsAppendedBehindTheQueryAndBeforeTheFragment(String address, String whole) {
        assertThat(QueryParameters.appended(address, "x=1")).isEqualTo(whole);
    }

    @Property(tries = 200)
    void whatIsWrittenIsReadAgain(@ForAll @NotEmpty String value) {
        // Half a surrogate pair has no UTF-8 form.
        String text = value.replaceAll("\\p{Cs}", "x");
        String written = QueryParameters.parse("").with("subject", text).toString();

        assertThat(QueryParameters.parse(written).first("subject")).contains(text);
    }
}
