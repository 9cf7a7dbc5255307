package no.altinn.rest.endpoint.message;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.rest.door.DoorBed;
import no.altinn.rest.form.FormXml;
import no.altinn.rest.message.BoxBed;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

import java.util.stream.Stream;

/** Messages come and go in four representations. */
class MessageFormatsTest {
    private static final String XML = "&lt;Skjema&gt;&lt;navn&gt;Å&lt;/navn&gt;&lt;/Skjema&gt;";

    private final BoxBed bed = new BoxBed();

    private static Stream<Arguments> bodies() {
        String head =
                "<Type>FormTask</Type><ServiceCode>1001</ServiceCode>"
                        + "<ServiceEdition>1</ServiceEdition>";
        String form =
                "<Type>MainForm</Type><DataFormatId>5000</DataFormatId>"
                        + "<DataFormatVersion>40000</DataFormatVersion><FormData>"
                        + XML
                        + "</FormData>";
        String file =
                "<FileName>a.txt</FileName><AttachmentType>Vedlegg</AttachmentType>"
                        + "<Data>YQ==</Data>";
        String json =
                """
                {"Type":"FormTask","ServiceCode":1001,"ServiceEdition":"1","Forms":[
                {"type":"MainForm","dataformatid":5000,"DataFormatVersion":40000,
                "FormData":"<Skjema><navn>Å</navn></Skjema>"}],
                "Attachments":[{"FileName":"a.txt","Data":"YQ=="}]}""";
        return Stream.of(
                Arguments.of("application/json", json),
                Arguments.of(
                        "application/hal+json",
                        json.replace("\"Forms\"", "\"_embedded\":{\"forms\"") + "}"),
                Arguments.of(
                        "application/xml",
                        "<Message>%s<Forms><Form>%s</Form></Forms><Attachments><Attachment>%s</Attachment></Attachments></Message>"
                                .formatted(head, form, file)),
                Arguments.of(
                        "application/hal+xml",
                        ("<resource rel=\"message\">%s<resource rel=\"forms\"><resource"
                                        + " rel=\"form\">%s</resource></resource><resource"
                                        + " rel=\"attachments\"><resource rel=\"attachment\">%s</resource>"
                                        + "</resource></resource>")
                                .formatted(head, form, file)),
                Arguments.of(
                        "text/xml",
                        "<Message>%s<Forms><Form>%s</Form></Forms><Attachments><Attachment>%s</Attachment></Attachments></Message>"
                                .formatted(head, form, file)));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void aFormIsSentInInEachRepresentation(String type, String body) {
        DoorBed.Answer answer =
                bed.door
                        .ask("POST", "my/messages")
                        .with("Content-Type", type)
                        .sending(body)
                        .answer();

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(bed.door.get("my/messages/b1/forms/1/formdata").answer().body())
                .isEqualTo("<Skjema><navn>Å</navn></Skjema>");
        assertThat(bed.door.get("my/messages/b1/attachments/2").answer().status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "", "application/x-www-form-urlencoded"})
    void anotherTypeIsRefused(String type) {
        assertThat(
                        bed.door
                                .ask("POST", "my/messages")
                                .with("Content-Type", type)
                                .sending(BoxBed.form("1001", "<Skjema/>"))
                                .answer()
                                .status())
                .isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/xml", "application/hal+xml"})
    void aBodyWithADocumentTypeIsRefused(String type) {
        assertThat(
                        bed.door
                                .ask("POST", "my/messages")
                                .with("Content-Type", type)
                                .sending("<!DOCTYPE Message []><Message/>")
                                .answer()
                                .status())
                .isEqualTo(400);
    }

    private String get(String path, String accept) {
        DoorBed.Answer answer = bed.door.get(path).accepting(accept).answer();
        assertThat(answer.header("Content-Type")).startsWith(accept);
        return answer.body();
    }

    @Test
    void aFormIsReadInEachRepresentation() throws SAXException {
        bed.door
                .post(
                        "my/messages?complete=false",
                        BoxBed.form("1001", "<Skjema><navn>Å</navn></Skjema>"))
                .answer();

        assertThat(get("my/messages/a1", "application/json"))
                .contains("\"MessageId\":\"a1\"", "\"Forms\":[{\"FormId\":1", "\"Attachments\":[]")
                .doesNotContain("_links", "_embedded", "href");
        String xml = get("my/messages/a1", "application/xml");
        assertThat(xml)
                .startsWith("<Message><MessageId>a1</MessageId>")
                .contains("<Forms><Form><FormId>1</FormId>")
                .doesNotContain("link", "href");
        String halXml = get("my/messages/a1", "application/hal+xml");
        assertThat(halXml)
                .startsWith("<resource rel=\"message\"")
                .contains("<link rel=\"form\" href=", "mime-type=\"application/pdf\"");
        FormXml.read(xml, new DefaultHandler());
        FormXml.read(halXml, new DefaultHandler());
        assertThat(get("my/messages/a1", "application/hal+json")).contains("\"_links\":{\"self\"");
    }

    @Test
    void aListIsReadInEachRepresentation() {
        bed.send("Hei");

        assertThat(get("my/messages", "application/xml"))
                .startsWith("<ArrayOfMessage><Message><MessageId>a1</MessageId>");
        assertThat(get("my/messages", "application/hal+xml"))
                .startsWith("<resource rel=\"messages\"")
                .contains("<resource rel=\"message\"");
        assertThat(get("my/messages", "application/json")).startsWith("[{\"MessageId\":\"a1\"");
    }
}
