package no.altinn.platform.auth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CookiesTest {
    @Test
    void aCookieIsFoundAmongOthers() {
        assertThat(Cookies.parse("a=1; T=x=y; b=\"2\"").find("T")).contains("x=y");
        assertThat(Cookies.parse("a=1; T=x=y; b=\"2\"").find("b")).contains("2");
        assertThat(Cookies.parse("a=1").find("T")).isEmpty();
    }

    @Test
    void namesAreComparedExactly() {
        assertThat(Cookies.parse("t=1").find("T")).isEmpty();
    }

    @Test
    void ofTwoWithOneNameTheFirstCounts() {
        assertThat(Cookies.parse("T=1; T=2").find("T")).contains("1");
    }

    @Test
    void repeatedHeadersJoinedWithCommasAreReadApart() {
        assertThat(Cookies.parse("T=1,other=2").find("T")).contains("1");
    }

    @Test
    void whatIsNoCookieIsSkipped() {
        assertThat(Cookies.parse(";; =x; flag; T=1;").find("T")).contains("1");
    }

    @Test
    void chunksArePutTogether() {
        assertThat(Cookies.parse("TC2=def; T=chunks-2; TC1=abc").find("T")).contains("abcdef");
    }

    @ParameterizedTest
    @ValueSource(strings = {"T=chunks-3; TC1=a; TC2=b", "T=chunks-99; TC1=a", "T=chunks-0"})
    void withAChunkMissingThereIsATokenThatIsNone(String header) {
        assertThat(Cookies.parse(header).find("T")).contains("");
    }
}
