package no.altinn.events.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import no.altinn.platform.json.Json;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** URIs, names and batches at the edges of CloudEvents' types. */
class AttributeSamplesTest {
    private static Event with(String attribute, String text) {
        return EventReader.structured(EventJson.where(attribute, Json.string(text)));
    }

    private static void assertRefused(String attribute, String text) {
        assertThatExceptionOfType(InvalidEvent.class)
                .isThrownBy(() -> with(attribute, text))
                .withMessageContaining("'" + attribute + "'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // RFC 3986 §1.1.2.
                "ftp://ftp.is.co.za/rfc/rfc1808.txt",
                "http://www.ietf.org/rfc/rfc2396.txt",
                "ldap://[2001:db8::7]/c=GB?objectClass?one",
                "mailto:John.Doe@example.com",
                "news:comp.infosystems.www.servers.unix",
                "tel:+1-816-555-1212",
                "telnet://192.0.2.16:80/",
                "urn:oasis:names:specification:docbook:dtd:xml:4.1.2",
                // Its other forms.
                "https://user@s.example:8443/a;b=c/d,e?f=g&h=i/j?k#l/m?n",
                "https://s.example",
                "https://s.example?a",
                "https://s.example/%C3%A5%2F",
                "HTTPS://S.EXAMPLE/",
                "https://s.example:/",
                "a:b",
                "a+b-c.1:d",
                "file:///a",
                "https://s.example/a//b/../c/./d",
                "https://s.example/!$&'()*+,;=:@-._~"
            })
    void aUriMayBeASourceAndASchema(String uri) {
        assertThat(with("source", uri).source()).hasToString(uri);
        assertThat(with("dataschema", uri).json()).contains(Json.string(uri));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // RFC 3986 §5.4.1, but for the empty one.
                "g",
                "./g",
                "g/",
                "/g",
                "//g",
                "?y",
                "g?y",
                "#s",
                "g#s",
                "g?y#s",
                ";x",
                "g;x",
                "g;x?y#s",
                ".",
                "./",
                "..",
                "../",
                "../g",
                "../..",
                "../../g",
                // Its §5.4.2.
                "../../../g",
                "/./g",
                "g.",
                "..g",
                "g;x=1/../y",
                "g?y/../x",
                "g#s/./x",
                "./a:b"
            })
    void aRelativeReferenceMayBeASourceAndNoSchema(String reference) {
        assertThat(with("source", reference).source()).hasToString(reference);
        assertRefused("dataschema", reference);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "https://s.example/a b",
                "https://s.example/<a>",
                "https://s.example/\"a\"",
                "https://s.example/{a}",
                "https://s.example/a|b",
                "https://s.example/a\\b",
                "https://s.example/a^b",
                "https://s.example/`a`",
                "https://s.example/[a]",
                "https://s.example/%",
                "https://s.example/%a",
                "https://s.example/%ag",
                "https://s.example/#a#b",
                "https://[::1",
                "https://[::g]/",
                "https://",
                "1a:b",
                ":a",
                "https:",
                "\ta"
            })
    void whatIsNoUriIsNeither(String text) {
        assertRefused("source", text);
        assertRefused("dataschema", text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a", "1", "0a", "a0", "abcdefghijklmnopqrstuvwxyz0123456789", "dataref"})
    void anExtensionMayHaveThisName(String name) {
        assertThat(EventReader.structured(EventJson.with("\"%s\":true".formatted(name))).json())
                .contains("\"%s\":true".formatted(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "A", "aB", "a-b", "a_b", "a.b", "a b", " a", "a ", "\u00e5", "\u0661"})
    void anExtensionMayNotHaveThisName(String name) {
        assertThatExceptionOfType(InvalidEvent.class)
                .isThrownBy(
                        () -> EventReader.structured(EventJson.with(Json.string(name) + ":true")))
                .withMessageContaining("name");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    nothing | []
                    an event without its array | E
                    a number | [1]
                    a text | ["a"]
                    a null | [null]
                    an array of an array | [[E]]
                    an object without attributes | [{}]
                    no end | [E
                    no comma | [E E]
                    a comma too many | [E,]
                    a comma first | [,E]
                    more behind | [E] E
                    one bad among good | [E,{"id":"1"},E]
                    """)
    void aBatchOfAnotherFormIsRefused(String name, String batch) {
        String json = batch.replace("E", EventJson.with(""));

        assertThatExceptionOfType(InvalidEvent.class).isThrownBy(() -> EventReader.batch(json));
    }
}
