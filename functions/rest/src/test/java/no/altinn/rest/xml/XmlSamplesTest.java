package no.altinn.rest.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import no.altinn.rest.form.FormXml;
import no.altinn.rest.message.Refusal;
import no.altinn.rest.representation.BodyReader;
import no.altinn.rest.representation.InvalidBody;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What both readers of XML from outside take and refuse: that of bodies, and that of forms' data.
 * In the samples, {@code ~} stands for a line's end.
 */
class XmlSamplesTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    alone | <a/>
                    declared | <?xml version="1.0"?><a/>
                    declared as UTF-8 | <?xml version='1.0' encoding='UTF-8'?><a/>
                    declared as alone | <?xml version='1.0' encoding='utf-8' standalone='yes'?><a/>
                    XML 1.1 | <?xml version='1.1'?><a/>
                    comment before | <!-- a --><a/>
                    comment behind | <a/><!-- a -->
                    comment within | <a><!-- <b> &c; --></a>
                    instruction before | <?p a?><a/>
                    instruction within | <a><?p <b> ?></a>
                    instruction behind | <a/>~<?p?>
                    CDATA | <a><![CDATA[<b>&c;]]></a>
                    CDATA beside text | <a>a<![CDATA[b]]>c</a>
                    CDATA with brackets | <a><![CDATA[]]]]><![CDATA[>]]></a>
                    entities of XML itself | <a b='&quot;'>&lt;&gt;&amp;&apos;&quot;</a>
                    character by decimals | <a>&#65;&#229;</a>
                    character by hexadecimals | <a>&#x41;&#xe5;&#x1F600;</a>
                    characters beyond the first plane | <a>😀</a>
                    names of letters | <blåbær ø='1'/>
                    namespace | <a xmlns='urn:a'/>
                    prefix | <b:a xmlns:b='urn:a' b:c='1' c='1'/>
                    prefix taken over | <b:a xmlns:b='urn:a'><b:a xmlns:b='urn:b'/></b:a>
                    namespace taken back | <a xmlns='urn:a'><a xmlns=''/></a>
                    prefix xml | <a xml:lang='nb' xml:space='preserve'/>
                    a relative namespace | <a xmlns='b'/>
                    tabs and lines in tags | <a~b~=~'1'~/>
                    a line before the end | <a/>~~
                    angle in a value | <a b='>'/>
                    a value of lines | <a b='1~2'/>
                    """)
    void both(String name, String sample) {
        String xml = sample.replace('~', '\n');

        assertThat(BodyReader.strict().read("application/xml", xml)).isNotNull();
        assertThatCode(() -> FormXml.check(xml)).doesNotThrowAnyException();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    no element | <!-- a -->
                    text alone | a
                    text before | a<a/>
                    text behind | <a/>a
                    two roots | <a/><b/>
                    no end | <a>
                    no end of a tag | <a
                    another end | <a></b>
                    end in other case | <a></A>
                    crossed | <a><b></a></b>
                    no start | </a>
                    value without quotes | <a b=1/>
                    attribute without value | <a b/>
                    attribute twice | <a b='1' b='2'/>
                    attribute twice by namespaces | <a xmlns:b='urn:a' xmlns:c='urn:a' b:d='1' c:d='2'/>
                    attributes without space | <a b='1'c='2'/>
                    an angle in a value | <a b='<'/>
                    a bare ampersand | <a>a & b</a>
                    an entity without end | <a>&amp</a>
                    CDATA without end | <a><![CDATA[a</a>
                    CDATA outside | <![CDATA[a]]><a/>
                    end of CDATA without its start | <a>]]></a>
                    comment without end | <a><!-- a</a>
                    two hyphens in a comment | <a><!-- a -- b --></a>
                    three hyphens at a comment's end | <a><!-- a ---></a>
                    instruction named xml | <a><?xml version='1.0'?></a>
                    instruction without end | <a><?p </a>
                    declaration not first | ~<?xml version='1.0'?><a/>
                    declaration without version | <?xml encoding='UTF-8'?><a/>
                    declaration with another standalone | <?xml version='1.0' standalone='maybe'?><a/>
                    name of a digit | <1a/>
                    name of a hyphen | <-a/>
                    space before the name | < a/>
                    prefix without namespace | <b:a/>
                    attribute's prefix without namespace | <a b:c='1'/>
                    prefix without name | <b: xmlns:b='urn:a'/>
                    name of two colons | <b:a:c xmlns:b='urn:a'/>
                    prefix of nothing | <b:a xmlns:b=''/>
                    prefix xml of another | <a xmlns:xml='urn:a'/>
                    prefix xmlns | <a xmlns:xmlns='urn:a'/>
                    character zero | <a>&#0;</a>
                    character of control | <a>&#x1;</a>
                    half a pair | <a>&#xD800;</a>
                    noncharacter | <a>&#xFFFE;</a>
                    beyond Unicode | <a>&#x110000;</a>
                    far beyond Unicode | <a>&#x10000000041;</a>
                    negative character | <a>&#-1;</a>
                    hexadecimals in upper case X | <a>&#X41;</a>
                    entity unknown | <a>&nbsp;</a>
                    entity unknown in a value | <a b='&c;'/>
                    document type | <!DOCTYPE a><a/>
                    document type of another | <!DOCTYPE a SYSTEM 'urn:a'><a/>
                    document type of a name | <!DOCTYPE a PUBLIC '-//A//B' 'urn:a'><a/>
                    internal entity | <!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>
                    internal entity in a value | <!DOCTYPE a [<!ENTITY b 'c'>]><a d='&b;'/>
                    external entity | <!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/hostname'>]><a>&b;</a>
                    external entity by the net | <!DOCTYPE a [<!ENTITY b SYSTEM 'http://127.0.0.1:1/'>]><a>&b;</a>
                    parameter entity | <!DOCTYPE a [<!ENTITY % b SYSTEM 'http://127.0.0.1:1/'>%b;]><a/>
                    entity that names itself | <!DOCTYPE a [<!ENTITY b '&b;'>]><a>&b;</a>
                    entities that grow | <!DOCTYPE a [<!ENTITY b 'cccccccc'><!ENTITY d '&b;&b;&b;&b;'><!ENTITY e '&d;&d;&d;&d;'>]><a>&e;</a>
                    default of an attribute | <!DOCTYPE a [<!ATTLIST a b CDATA 'c'>]><a/>
                    notation | <!DOCTYPE a [<!NOTATION b SYSTEM 'c'><!ENTITY d SYSTEM 'e' NDATA b>]><a/>
                    document type within | <a><!DOCTYPE a></a>
                    """)
    void neither(String name, String sample) {
        String xml = sample.replace('~', '\n');

        assertThatExceptionOfType(InvalidBody.class)
                .isThrownBy(() -> BodyReader.strict().read("application/xml", xml));
        assertThatExceptionOfType(Refusal.Invalid.class).isThrownBy(() -> FormXml.check(xml));
    }
}
