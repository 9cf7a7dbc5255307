package no.altinn.rest.representation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NegotiationTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    '' | JSON
                    */* | JSON
                    application/* | JSON
                    image/png | JSON
                    application/octet-stream | JSON
                    application/json | JSON
                    text/json | JSON
                    application/hal+json | HAL_JSON
                    Application/HAL+JSON | HAL_JSON
                    application/hal+xml | HAL_XML
                    application/xml | XML
                    text/xml | XML
                    TEXT/XML | XML
                    text/html | HAL_JSON
                    application/*+json | HAL_JSON
                    application/json, application/*+json | JSON
                    application/*+json, application/json | HAL_JSON
                    application/xml, application/json | XML
                    application/xml;q=0.5, application/json | JSON
                    application/xml;q=0.5, application/json;q=0.5 | XML
                    application/xml;q=0.5, application/hal+xml;q=0.7, application/json;q=0.1 | HAL_XML
                    application/xml;q=0 | JSON
                    application/xml;q=0, application/hal+json;q=0.1 | HAL_JSON
                    */*, application/xml;q=0.1 | XML
                    text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | HAL_JSON
                    application/xml;charset=utf-8 | XML
                    application/xml;q=nonsense, application/json | JSON
                    """)
    void aClientGetsWhatItLikesBestAndJsonIfItNamesNothing(String accept, Format format) {
        assertThat(Negotiation.of(accept)).isEqualTo(format);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    text/html | true
                    application/xml, TEXT/HTML;q=0.1 | true
                    text/html;q=0 | false
                    text/* | false
                    */* | false
                    '' | false
                    """)
    void aBrowserNamesHtml(String accept, boolean isBrowser) {
        assertThat(Negotiation.isBrowser(accept)).isEqualTo(isBrowser);
    }
}
