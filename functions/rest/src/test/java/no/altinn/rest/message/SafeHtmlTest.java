package no.altinn.rest.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import no.altinn.rest.form.FormXml;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.helpers.DefaultHandler;

class SafeHtmlTest {
    @Test
    void whatALetterNeedsStays() {
        String html =
                "<h1>Vedtak</h1><p>Kjære <b>Åse</b>,<br />les <i>dette</i>.</p>"
                        + "<ul><li>a</li></ul><table><tbody><tr><td colspan=\"2\">1</td></tr>"
                        + "</tbody></table>";

        assertThat(SafeHtml.of(html)).isEqualTo(html);
    }

    @Test
    void aLinkTellsTheWorldNotToFollowIt() {
        assertThat(SafeHtml.of("<a href=\"https://www.altinn.no/\">her</a>"))
                .isEqualTo("<a href=\"https://www.altinn.no/\" rel=\"nofollow\">her</a>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "<a href=\"javascript:alert(1)\">x</a>",
                "<a href=\" jav&#x09;ascript:alert(1)\">x</a>",
                "<p onclick=\"alert(1)\">x</p>",
                "<iframe src=\"https://example.no\"></iframe>",
                "<svg><script>alert(1)</script></svg>",
                "<style>p{background:url(javascript:alert(1))}</style>",
                "<p style=\"background:url(javascript:alert(1))\">x</p>",
                "<form action=\"https://example.no\"><input name=a></form>",
                "<math><mi xlink:href=\"data:x,alert(1)\"></mi></math>",
                "<object data=\"data:text/html,alert(1)\"></object>",
                "<meta http-equiv=\"refresh\" content=\"0;javascript:alert(1)\">",
                "<scr<script>ipt>alert(1)</scr</script>ipt>",
                "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">"
            })
    void whatABrowserWouldRunGoes(String html) {
        assertThat(SafeHtml.of(html))
                .doesNotContainPattern(
                        "(?i)<(script|img|iframe|svg|style|form|input|math|object|meta)|"
                                + "<[^>]*(javascript:|data:| on\\w+=| style=)");
    }

    @Property(tries = 500)
    void safeHtmlIsXmlToo(@ForAll("pieces") String html) {
        assertThatCode(() -> FormXml.read("<r>" + SafeHtml.of(html) + "</r>", new DefaultHandler()))
                .doesNotThrowAnyException();
    }

    @Provide
    Arbitrary<String> pieces() {
        Arbitrary<String> tags =
                Arbitraries.of(
                        "<p>",
                        "</p>",
                        "<b>",
                        "</i>",
                        "<br>",
                        "<a href='https://a.no?b=1&c=2'>",
                        "</a>",
                        "<td colspan=3>",
                        "<table>",
                        "<script>",
                        "&amp;",
                        "&nbsp;",
                        "&#0;",
                        "&#xFFFF;",
                        "<!--",
                        "-->",
                        "<![CDATA[",
                        "]]>",
                        "<p title='",
                        "\"",
                        "'",
                        "<",
                        ">",
                        "&",
                        "å",
                        "\u0001",
                        "\uFFFE",
                        "\uD83D\uDE00",
                        "<li>",
                        "<h2>");
        return tags.list().ofMaxSize(12).map(parts -> String.join("", parts));
    }
}
