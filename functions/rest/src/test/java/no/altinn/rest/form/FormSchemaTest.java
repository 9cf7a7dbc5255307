package no.altinn.rest.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import no.altinn.rest.message.Validation;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.stream.IntStream;

class FormSchemaTest {
    private static FormSchema schema(String inner) {
        return FormSchema.of(
                "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\">"
                        + inner
                        + "</xs:schema>");
    }

    private static FormSchema sequence(String elements) {
        return schema(
                "<xs:element name=\"Skjema\"><xs:complexType><xs:sequence>"
                        + elements
                        + "</xs:sequence></xs:complexType></xs:element>");
    }

    private static FormSchema simple(String restriction) {
        return schema(
                "<xs:element name=\"Skjema\"><xs:simpleType>"
                        + restriction
                        + "</xs:simpleType></xs:element>");
    }

    private static boolean takes(FormSchema schema, String xml) {
        return schema.validate(xml).isSuccess();
    }

    @Nested
    class Faults {
        @Test
        void aFaultTellsTheFieldAndItsPath() {
            FormSchema schema =
                    sequence("<xs:element name=\"tall\" type=\"xs:int\" maxOccurs=\"9\"/>");

            Validation validation =
                    schema.validate("<Skjema><tall>1</tall><tall>to</tall></Skjema>");

            assertThat(validation.errors())
                    .isNotEmpty()
                    .allSatisfy(
                            fault -> {
                                assertThat(fault.field()).isEqualTo("tall");
                                assertThat(fault.xpath()).isEqualTo("/Skjema/tall[2]");
                                assertThat(fault.message()).contains("to");
                            });
        }

        @Test
        void aMissingFieldIsAFaultOfWhatShouldHoldIt() {
            Validation validation =
                    sequence("<xs:element name=\"navn\" type=\"xs:string\"/>")
                            .validate("<Skjema></Skjema>");

            assertThat(validation.errors())
                    .singleElement()
                    .satisfies(
                            fault -> {
                                assertThat(fault.xpath()).isEqualTo("/Skjema");
                                assertThat(fault.message()).contains("navn");
                            });
        }

        @Test
        void anotherRootIsAFault() {
            assertThat(takes(sequence(""), "<Annet/>")).isFalse();
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "  ", "<Skjema>", "no xml", "<Skjema/><Skjema/>"})
        void whatIsNoXmlIsAFault(String xml) {
            assertThat(takes(sequence(""), xml)).isFalse();
        }

        @Test
        void aHundredFaultsAreTold() {
            FormSchema schema =
                    sequence("<xs:element name=\"a\" type=\"xs:int\" maxOccurs=\"unbounded\"/>");

            assertThat(schema.validate("<Skjema>" + "<a>x</a>".repeat(500) + "</Skjema>").errors())
                    .hasSize(100);
        }

        @Test
        void aLongValueIsCutInTheMessage() {
            FormSchema schema = simple("<xs:restriction base=\"xs:int\"/>");

            assertThat(schema.validate("<Skjema>" + "x".repeat(5_000) + "</Skjema>").errors())
                    .isNotEmpty()
                    .allMatch(fault -> fault.message().length() <= 500);
        }
    }

    @Nested
    class Hostile {
        @Test
        void aDocumentTypeIsRefusedInForms() {
            String bomb =
                    "<!DOCTYPE Skjema [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>"
                            + "<Skjema>&b;</Skjema>";

            assertThat(takes(simple("<xs:restriction base=\"xs:string\"/>"), bomb)).isFalse();
        }

        @Test
        void anEntityThatNamesAFileIsRefused() {
            String xml =
                    "<!DOCTYPE Skjema [<!ENTITY f SYSTEM \"file:///etc/hostname\">]>"
                            + "<Skjema>&f;</Skjema>";

            Validation validation = simple("<xs:restriction base=\"xs:string\"/>").validate(xml);

            assertThat(validation.errors())
                    .singleElement()
                    .satisfies(fault -> assertThat(fault.message()).contains("DOCTYPE"));
        }

        @Test
        void aSchemaWithADocumentTypeCannotBeUsed() {
            assertThatThrownBy(
                            () ->
                                    FormSchema.of(
                                            "<!DOCTYPE x []><xs:schema xmlns:xs="
                                                    + "\"http://www.w3.org/2001/XMLSchema\"/>"))
                    .isInstanceOf(UnusableSchema.class);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "<xs:include schemaLocation=\"http://127.0.0.1:1/a.xsd\"/>",
                    "<xs:import namespace=\"urn:a\" schemaLocation=\"file:///etc/hostname\"/>",
                    "<xs:redefine schemaLocation=\"http://127.0.0.1:1/a.xsd\"/>"
                })
        void aSchemaThatTakesAnotherFromElsewhereCannotBeUsed(String inner) {
            assertThatThrownBy(() -> schema(inner)).isInstanceOf(UnusableSchema.class);
        }

        @Test
        void aSchemaLocationInAFormIsNotFollowed() {
            FormSchema schema = sequence("<xs:element name=\"a\" type=\"xs:string\"/>");

            assertThat(
                            takes(
                                    schema,
                                    "<Skjema xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                                            + " xsi:noNamespaceSchemaLocation=\"http://127.0.0.1:1/x\">"
                                            + "<a>1</a></Skjema>"))
                    .isTrue();
        }

        @Test
        void elementsThatLieTooDeepAreAFault() {
            FormSchema schema =
                    schema(
                            "<xs:element name=\"a\"><xs:complexType><xs:sequence>"
                                    + "<xs:element ref=\"a\" minOccurs=\"0\"/>"
                                    + "</xs:sequence></xs:complexType></xs:element>");

            assertThat(takes(schema, "<a>".repeat(100) + "</a>".repeat(100))).isTrue();
            assertThat(takes(schema, "<a>".repeat(101) + "</a>".repeat(101))).isFalse();
            assertThat(takes(schema, "<a>".repeat(100_000) + "</a>".repeat(100_000))).isFalse();
        }

        @Test
        void aCountBeyondTheLimitCannotBeUsed() {
            assertThatThrownBy(
                            () ->
                                    sequence(
                                            "<xs:element name=\"a\" type=\"xs:int\""
                                                    + " maxOccurs=\"5001\"/>"
                                                    + "<xs:element name=\"b\" type=\"xs:int\"/>"))
                    .isInstanceOf(UnusableSchema.class);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "x", "<a/>", "<xs:schema/>"})
        void whatIsNoSchemaCannotBeUsed(String text) {
            assertThatThrownBy(() -> FormSchema.of(text)).isInstanceOf(UnusableSchema.class);
        }
    }

    @Nested
    class Odd {
        @ParameterizedTest
        @CsvSource({"a^b,true", "ab,false", "xa^b,false"})
        void anchorsInPatternsAreCharacters(String value, boolean isTaken) {
            FormSchema schema =
                    simple(
                            "<xs:restriction base=\"xs:string\"><xs:pattern value=\"a^b\"/>"
                                    + "</xs:restriction>");

            assertThat(takes(schema, "<Skjema>" + value + "</Skjema>")).isEqualTo(isTaken);
        }

        @Test
        void anUnboundedCountIsTakenBesideOthers() {
            FormSchema schema =
                    sequence(
                            "<xs:element name=\"a\" type=\"xs:int\" maxOccurs=\"unbounded\"/>"
                                    + "<xs:element name=\"b\" type=\"xs:int\"/>");

            assertThat(takes(schema, "<Skjema>" + "<a>1</a>".repeat(6_000) + "<b>1</b></Skjema>"))
                    .isTrue();
        }

        @ParameterizedTest
        @CsvSource({
            "<a>1</a>,true",
            "<b>1</b>,true",
            "<a>1</a><b>1</b>,false",
        })
        void oneOfAChoiceIsTaken(String inner, boolean isTaken) {
            FormSchema schema =
                    schema(
                            "<xs:element name=\"Skjema\"><xs:complexType><xs:choice>"
                                    + "<xs:element name=\"a\" type=\"xs:int\"/>"
                                    + "<xs:element name=\"b\" type=\"xs:int\"/>"
                                    + "</xs:choice></xs:complexType></xs:element>");

            assertThat(takes(schema, "<Skjema>" + inner + "</Skjema>")).isEqualTo(isTaken);
        }

        @Test
        void elementsOfAllComeInAnyOrder() {
            FormSchema schema =
                    schema(
                            "<xs:element name=\"Skjema\"><xs:complexType><xs:all>"
                                    + "<xs:element name=\"a\" type=\"xs:int\"/>"
                                    + "<xs:element name=\"b\" type=\"xs:int\"/>"
                                    + "</xs:all></xs:complexType></xs:element>");

            assertThat(takes(schema, "<Skjema><b>1</b><a>1</a></Skjema>")).isTrue();
        }

        @Test
        void namespacesCount() {
            FormSchema schema =
                    FormSchema.of(
                            "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\""
                                    + " targetNamespace=\"urn:x\" elementFormDefault=\"qualified\">"
                                    + "<xs:element name=\"Skjema\" type=\"xs:string\"/>"
                                    + "</xs:schema>");

            assertThat(takes(schema, "<Skjema xmlns=\"urn:x\">a</Skjema>")).isTrue();
            assertThat(takes(schema, "<p:Skjema xmlns:p=\"urn:x\">a</p:Skjema>")).isTrue();
            assertThat(takes(schema, "<Skjema>a</Skjema>")).isFalse();
        }

        @Test
        void keysAreUnique() {
            FormSchema schema =
                    schema(
                            "<xs:element name=\"Skjema\"><xs:complexType><xs:sequence>"
                                    + "<xs:element name=\"a\" type=\"xs:int\" maxOccurs=\"9\"/>"
                                    + "</xs:sequence></xs:complexType><xs:unique name=\"u\">"
                                    + "<xs:selector xpath=\"a\"/><xs:field xpath=\".\"/>"
                                    + "</xs:unique></xs:element>");

            assertThat(takes(schema, "<Skjema><a>1</a><a>2</a></Skjema>")).isTrue();
            assertThat(takes(schema, "<Skjema><a>1</a><a>1</a></Skjema>")).isFalse();
        }

        @Test
        void anEmptyElementIsNilWhereTheSchemaSaysSo() {
            String nil =
                    "<Skjema xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
                            + "<a xsi:nil=\"true\"/></Skjema>";

            assertThat(
                            takes(
                                    sequence(
                                            "<xs:element name=\"a\" type=\"xs:int\""
                                                    + " nillable=\"true\"/>"),
                                    nil))
                    .isTrue();
            assertThat(takes(sequence("<xs:element name=\"a\" type=\"xs:int\"/>"), nil)).isFalse();
        }

        @Test
        void theDeclaredEncodingDoesNotMatterInAText() {
            FormSchema schema = simple("<xs:restriction base=\"xs:string\"/>");

            assertThat(
                            takes(
                                    schema,
                                    "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Skjema>å</Skjema>"))
                    .isTrue();
            assertThat(
                            takes(
                                    schema,
                                    "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>"
                                            + "<Skjema>å</Skjema>"))
                    .isTrue();
        }

        @Test
        void manyThreadsUseOneSchema() {
            FormSchema schema = sequence("<xs:element name=\"a\" type=\"xs:int\"/>");

            boolean allTaken =
                    IntStream.range(0, 200)
                            .parallel()
                            .allMatch(
                                    i ->
                                            takes(schema, "<Skjema><a>" + i + "</a></Skjema>")
                                                    && !takes(schema, "<Skjema><a>x</a></Skjema>"));
            assertThat(allTaken).isTrue();
        }
    }
}
