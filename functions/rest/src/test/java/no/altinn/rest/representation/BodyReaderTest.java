package no.altinn.rest.representation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

class BodyReaderTest {
    private static final BodyReader READER = BodyReader.strict();

    private static Fields read(String type, String body) {
        return READER.read(type, body);
    }

    private static Fields json(String body) {
        return read("application/json", body);
    }

    private static Fields xml(String body) {
        return read("application/xml", body);
    }

    /** One body in every form that it may have. */
    static Stream<Fields> sameBodies() {
        return Stream.of(
                json(
                        """
                        {"Type":"FormTask","ServiceEdition":1,"Complete":true,"Empty":"",
                         "Nothing":null,"Condition":{"IsRecipient":"TRUE"},"Origins":["x","y"],
                         "_embedded":{"forms":[{"FormId":"f","DataFormatVersion":40000},
                         {"FormId":"g"}],"attachments":[]}}"""),
                json(
                        """
                        {"type":"FormTask","SERVICEEDITION":"1","complete":"true","Empty":"",
                         "condition":{"isrecipient":true},"Origins":["x","y"],
                         "Forms":[{"FormId":"f","DataFormatVersion":"40000"},{"formid":"g"}],
                         "Attachments":[]}"""),
                xml(
                        """
                        <?xml version="1.0" encoding="utf-8"?>
                        <Message xmlns="http://x" xmlns:i="http://www.w3.org/2001/XMLSchema-instance">
                          <Type>FormTask</Type><ServiceEdition> 1 </ServiceEdition>
                          <Complete>true</Complete><Empty/><Nothing i:nil="true"/>
                          <Condition><IsRecipient>true</IsRecipient></Condition>
                          <Origins><string>x</string><string>y</string></Origins>
                          <Forms><Form><FormId>f</FormId>
                            <DataFormatVersion>40000</DataFormatVersion></Form>
                          <Form><FormId>g</FormId></Form></Forms><Attachments/>
                        </Message>"""),
                read(
                        "application/hal+xml; charset=UTF-8",
                        """
                        <resource rel="message" href="B/a1"><link rel="x" href="y"/>
                          <TYPE>FormTask</TYPE><serviceedition>1</serviceedition>
                          <Complete>True</Complete><Empty></Empty>
                          <Condition><isRecipient>true</isRecipient></Condition>
                          <Origins><string>x</string><string>y</string></Origins>
                          <resource rel="forms"><resource rel="form"><FormId>f</FormId>
                            <DataFormatVersion>40000</DataFormatVersion></resource>
                          <resource rel="form"><FormId>g</FormId></resource></resource>
                          <resource rel="attachments"/>
                        </resource>"""),
                xml(
                        """
                        <Message><Type>FormTask</Type><ServiceEdition>1</ServiceEdition>
                          <Complete>true</Complete><Condition><IsRecipient>true</IsRecipient>
                          </Condition><Origins><string>x</string><string>y</string></Origins>
                          <_embedded><forms><Form><FormId>f</FormId>
                            <DataFormatVersion>40000</DataFormatVersion></Form>
                          <Form><FormId>g</FormId></Form></forms><attachments/></_embedded>
                        </Message>"""));
    }

    @ParameterizedTest
    @MethodSource("sameBodies")
    void everyFormOfABodyHasTheSameMembers(Fields body) {
        assertThat(body.text("Type")).contains("FormTask");
        assertThat(body.required("tYPE")).isEqualTo("FormTask");
        assertThat(body.number("ServiceEdition")).hasValue(1);
        assertThat(body.flag("Complete")).contains(true);
        assertThat(body.text("Empty")).isEmpty();
        assertThat(body.text("Nothing")).isEmpty();
        assertThat(body.has("Nothing")).isFalse();
        assertThat(body.has("forms")).isTrue();
        assertThat(body.has("Attachments")).isTrue();
        assertThat(body.structure("Condition").orElseThrow().flag("IsRecipient")).contains(true);
        assertThat(body.texts("origins")).containsExactly("x", "y");
        assertThat(body.list("Attachments")).isEmpty();
        assertThat(body.list("Forms"))
                .extracting(form -> form.required("FormId"))
                .containsExactly("f", "g");
        assertThat(body.list("forms").get(0).number("DataFormatVersion")).hasValue(40000);
        assertThat(body.list("Nowhere")).isEmpty();
        assertThat(body.texts("Nowhere")).isEmpty();
        assertThat(body.structure("Nowhere")).isEmpty();
        assertThat(body.number("Nowhere")).isEmpty();
        assertThat(body.flag("Nowhere")).isEmpty();
    }

    @Test
    void whatIsEmbeddedAsOneIsAStructureToo() {
        assertThat(
                        json("{\"_embedded\":{\"SignatureSpec\":{\"FormIds\":[1,2]}}}")
                                .structure("SignatureSpec")
                                .orElseThrow()
                                .texts("FormIds"))
                .containsExactly("1", "2");
        assertThat(
                        read(
                                        "application/hal+xml",
                                        "<resource rel='message'><resource rel='signaturespec'>"
                                                + "<FormIds><int>1</int></FormIds></resource>"
                                                + "</resource>")
                                .structure("SignatureSpec")
                                .orElseThrow()
                                .texts("FormIds"))
                .containsExactly("1");
    }

    @Test
    void aBodyThatIsItselfAListHasItems() {
        List<Fields> ofJson = json("[{\"Id\":1},{\"Id\":2}]").items();
        List<Fields> ofXml =
                xml("<ArrayOfSrrRight><SrrRight><Id>1</Id></SrrRight><SrrRight><Id>2</Id>"
                                + "</SrrRight></ArrayOfSrrRight>")
                        .items();
        List<Fields> ofHal =
                read(
                                "application/hal+xml",
                                "<resource rel='srr'><resource rel='srrright'><Id>1</Id></resource>"
                                        + "<resource rel='srrright'><Id>2</Id></resource>"
                                        + "</resource>")
                        .items();

        assertThat(List.of(ofJson, ofXml, ofHal))
                .allSatisfy(
                        items ->
                                assertThat(items)
                                        .extracting(item -> item.required("Id"))
                                        .containsExactly("1", "2"));
        assertThat(json("{\"Id\":1}").items()).isEmpty();
        assertThat(json("[{}]").items()).hasSize(1);
        assertThat(xml("<ArrayOfA><A/></ArrayOfA>").items()).hasSize(1);
        assertThat(xml("<A><B><C/></B></A>").items()).isEmpty();
    }

    @Test
    void aListOfTheSameNameThatIsNotRepeatedStandsAlone() {
        Fields body =
                read(
                        "application/hal+xml",
                        "<resource rel='m'><resource rel='form'><FormId>f</FormId></resource>"
                                + "<resource rel='form'><FormId>g</FormId></resource></resource>");

        assertThat(body.list("form"))
                .extracting(form -> form.required("FormId"))
                .containsExactly("f", "g");
    }

    @Test
    void aMemberThatIsThereTwiceIsRefusedInAnyCase() {
        assertThatExceptionOfType(InvalidBody.class)
                .isThrownBy(() -> json("{\"Name\":\"a\",\"NAME\":\"b\"}"))
                .withMessage("The member 'NAME' is there twice, in this or another case.");
        assertThatExceptionOfType(InvalidBody.class)
                .isThrownBy(() -> json("{\"m\":{\"Name\":\"a\",\"NAME\":\"b\"}}").structure("m"))
                .withMessageContaining("'NAME' is there twice");
        Fields elements = xml("<A><Name>a</Name><NAME>b</NAME></A>");
        assertThatExceptionOfType(InvalidBody.class)
                .isThrownBy(() -> elements.text("name"))
                .withMessage("The member 'name' is there twice, in this or another case.");
    }

    @Test
    void aMemberThatIsNullIsNotThere() {
        assertThat(json("{\"Name\":\"a\",\"NAME\":null}").text("name")).contains("a");
    }

    @Test
    void aMissingMemberIsNamed() {
        assertThatExceptionOfType(InvalidBody.class)
                .isThrownBy(() -> json("{\"a\":\"\"}").required("A"))
                .withMessage("The member 'A' is missing.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.5",
                "2147483648",
                "-2147483649",
                "a",
                "0x1",
                "1 2",
                "99999999999999999999"
            })
    void aNumberIsWholeAndOf32Bits(String number) {
        assertThatExceptionOfType(InvalidBody.class)
                .isThrownBy(() -> json("{\"n\":\"%s\"}".formatted(number)).number("N"))
                .withMessage("The member 'N' must be a whole number of 32 bits.");
    }

    @ParameterizedTest
    @CsvSource({"2147483647, 2147483647", "-2147483648, -2147483648", "007, 7", "+5, 5"})
    void aNumberMayStandInAText(String text, int number) {
        assertThat(json("{\"n\":\"%s\"}".formatted(text)).number("n")).hasValue(number);
    }

    static Stream<Fields> wrongKinds() {
        return Stream.of(
                json(
                        "{\"a\":[1],\"b\":{\"c\":1},\"d\":\"x\",\"e\":[[1]],\"f\":[1],\"g\":\"maybe\"}"),
                xml(
                        "<m><a><i>1</i></a><b><c>1</c></b><d>x</d><e><i><j/></i></e><f>x</f>"
                                + "<g>maybe</g></m>"));
    }

    @ParameterizedTest
    @MethodSource("wrongKinds")
    void aMemberOfAnotherKindIsRefusedByName(Fields body) {
        assertThatExceptionOfType(InvalidBody.class)
                .isThrownBy(() -> body.text("a"))
                .withMessage("The member 'a' must be a single value.");
        assertThatExceptionOfType(InvalidBody.class)
                .isThrownBy(() -> body.list("d"))
                .withMessage("The member 'd' must be a list of structures.");
        assertThatExceptionOfType(InvalidBody.class)
                .isThrownBy(() -> body.texts("e"))
                .withMessage("The member 'e' must be a list of texts.");
        assertThatExceptionOfType(InvalidBody.class)
                .isThrownBy(() -> body.structure("f"))
                .withMessage("The member 'f' must be a structure.");
        assertThatExceptionOfType(InvalidBody.class)
                .isThrownBy(() -> body.flag("g"))
                .withMessage("The member 'g' must be true or false.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    application/json | {"a":1}
                    APPLICATION/HAL+JSON; charset=utf-8 | {"a":1}
                    text/json | {"a":1}
                    application/xml | <r><a>1</a></r>
                    text/xml;charset="UTF-8" | <r><a>1</a></r>
                    application/hal+xml | <resource><a>1</a></resource>
                    """)
    void theMediaTypeSaysHowABodyIsRead(String type, String body) {
        assertThat(read(type, body).number("A")).hasValue(1);
        assertThat(read(type, "\uFEFF" + body).number("A")).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text/plain",
                "text/html",
                "application/octet-stream",
                "application/*+json",
                "application/x-www-form-urlencoded",
                "application/json; charset=iso-8859-1",
                "json",
                "application/soap+xml"
            })
    void anotherMediaTypeOrCharsetIsNotRead(String type) {
        assertThatExceptionOfType(UnsupportedBody.class)
                .isThrownBy(() -> read(type, "{}"))
                .withMessageContaining("application/hal+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"a\":1}}",
                "{a:1}",
                "{'a':1}",
                "{\"a\":01}",
                "{\"a\":1,\"a\":2}",
                "{\"a\":1,}",
                "nonsense",
                "\"text\"",
                "1",
                "null",
                "<a/>",
                "{\"a\":\"\u0001\"}"
            })
    void brokenJsonIsRefused(String body) {
        assertThatExceptionOfType(InvalidBody.class).isThrownBy(() -> json(body));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a>",
                "<a></b>",
                "<a/><b/>",
                "a",
                "<a>&unknown;</a>",
                "<a b=c/>",
                "{}",
                "<a>\u0001</a>",
                "<a x='1' x='2'/>",
                "<a>]]></a>",
                "<?xml version='1.0'?>"
            })
    void brokenXmlIsRefused(String body) {
        assertThatExceptionOfType(InvalidBody.class)
                .isThrownBy(() -> xml(body))
                .withMessageStartingWith("The body is not valid XML");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE a><a/>",
                "<!DOCTYPE a SYSTEM 'http://x/y.dtd'><a/>",
                "<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>",
                "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>",
                "<?xml version='1.0'?><!-- c --><!DOCTYPE a [<!ENTITY % p SYSTEM 'x'> %p;]><a/>"
            })
    void aDocumentTypeIsRefused(String body) {
        assertThatExceptionOfType(InvalidBody.class)
                .isThrownBy(() -> xml(body))
                .withMessage("The body must have no document type declaration.");
    }

    @Test
    void aBodyIsNestedAHundredLevelsDeepAtMost() {
        assertThat(json("[".repeat(99) + "{}" + "]".repeat(99))).isNotNull();
        assertThat(xml("<a>".repeat(100) + "</a>".repeat(100))).isNotNull();
        assertThatExceptionOfType(InvalidBody.class)
                .isThrownBy(() -> json("[".repeat(101) + "]".repeat(101)));
        assertThatExceptionOfType(InvalidBody.class)
                .isThrownBy(() -> xml("<a>".repeat(101) + "</a>".repeat(101)));
    }

    @Test
    void anXmlBodyHasAHundredThousandElementsAtMost() {
        assertThat(xml("<a><c/>" + "<b/>".repeat(99_997) + "</a>").has("c")).isTrue();
        assertThatExceptionOfType(InvalidBody.class)
                .isThrownBy(() -> xml("<a>" + "<b/>".repeat(100_001) + "</a>"));
    }

    @Test
    void aFileInBase64IsOneText() {
        String data = "A".repeat(25 << 20);

        assertThat(json("{\"Data\":\"" + data + "\"}").text("data").map(String::length))
                .contains(25 << 20);
        assertThat(xml("<a><Data>" + data + "</Data></a>").text("data").map(String::length))
                .contains(25 << 20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \r\n"})
    void aBodyMustBeThere(String body) {
        assertThatExceptionOfType(InvalidBody.class)
                .isThrownBy(() -> json(body))
                .withMessage("The request needs a body.");
    }

    @Test
    void bytesThatWereNoUtf8AreRefused() {
        assertThatExceptionOfType(InvalidBody.class)
                .isThrownBy(() -> json("{\"a\":\"\ufffd\"}"))
                .withMessage("The body must be valid UTF-8.");
    }

    @Test
    void textOfAnElementMayComeInParts() {
        assertThat(xml("<r><a>x<![CDATA[<y>]]><!-- no -->z&amp;&#xE5;</a></r>").text("a"))
                .isEqualTo(Optional.of("x<y>z&å"));
    }

    @Test
    void theLenientReaderTakesNamesWithoutQuotationMarks() {
        Fields body =
                BodyReader.lenient()
                        .read(
                                "application/hal+json",
                                "{ UserName: 'ola', 'UserPassword' : \"p'1\" }");

        assertThat(body.text("username")).contains("ola");
        assertThat(body.text("UserPassword")).contains("p'1");
    }
}
