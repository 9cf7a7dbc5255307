package no.altinn.rest.representation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

class WriterTest {
    private static final Listing MESSAGES =
            Listing.of(
                    "messages",
                    "Message",
                    List.of(
                            Resource.of(
                                    "Message",
                                    Members.builder().text("MessageId", "a1").build(),
                                    Link.of("self", "B/my/messages/a1"),
                                    Link.of("metadata", "B/metadata/1001"))),
                    Link.of("self", "B/my/messages"),
                    Link.template("find", "B/my/messages/{MessageId}"));

    private static final Resource FORM =
            Resource.of(
                    "Form",
                    Members.builder().text("FormId", "f").number("Size", 3).build(),
                    Link.of("self", "B/f"));

    private static final Resource ONE =
            new Resource(
                    "Message",
                    Members.builder()
                            .text("MessageId", "a1")
                            .number("ServiceEdition", 1)
                            .flag("IsRead", true)
                            .structure("Condition", Members.builder().flag("A", false).build())
                            .structures(
                                    "Rules",
                                    "Rule",
                                    List.of(Members.builder().text("Id", "r").build()))
                            .structures("Steps", "Step", List.of())
                            .value("Origins", new Value.Texts("string", List.of("x", "y")))
                            .build(),
                    List.of(
                            Link.of("self", "B/a1"),
                            Link.of("print", "B/a1/print")
                                    .with("mime-type", new Value.Text("application/pdf")),
                            Link.of("attachment", "B/a1/1")
                                    .with("name", new Value.Text("brev"))
                                    .with("encrypted", new Value.Flag(false))
                                    .with("filesize", new Value.Whole(3000)),
                            Link.of("form", "B/a1/f")),
                    List.of(
                            Listing.of("forms", "Form", List.of(FORM)),
                            Listing.of("attachments", "Attachment", List.of())));

    private static String written(Format format, Listing listing) {
        return Writer.of(format).write(listing);
    }

    private static String written(Format format) {
        return Writer.of(format).write(ONE);
    }

    @Test
    void aListInHalJsonHasItsLinksAndEmbedsItsResources() {
        assertThat(written(Format.HAL_JSON, MESSAGES))
                .isEqualTo(
                        """
                        {"_links":{"self":{"href":"B/my/messages"},\
                        "find":{"href":"B/my/messages/{MessageId}","isTemplated":true}},\
                        "_embedded":{"messages":[{"MessageId":"a1",\
                        "_links":{"self":{"href":"B/my/messages/a1"},\
                        "metadata":{"href":"B/metadata/1001"}}}]}}""");
    }

    @Test
    void aListInHalXmlIsAResourceOfResources() {
        assertThat(written(Format.HAL_XML, MESSAGES))
                .isEqualTo(
                        """
                        <resource rel="messages" href="B/my/messages">\
                        <resource rel="message" href="B/my/messages/a1">\
                        <link rel="metadata" href="B/metadata/1001"/>\
                        <MessageId>a1</MessageId></resource>\
                        <link rel="find" href="B/my/messages/{MessageId}" isTemplated="true"/>\
                        </resource>""");
    }

    @Test
    void aListInJsonIsAnArrayWithoutLinks() {
        assertThat(written(Format.JSON, MESSAGES)).isEqualTo("[{\"MessageId\":\"a1\"}]");
    }

    @Test
    void aListInXmlIsNamedForItsType() {
        assertThat(written(Format.XML, MESSAGES))
                .isEqualTo(
                        "<ArrayOfMessage><Message><MessageId>a1</MessageId></Message>"
                                + "</ArrayOfMessage>");
    }

    @Test
    void oneResourceInHalJsonHasMembersLinksAndLists() {
        assertThat(written(Format.HAL_JSON))
                .isEqualTo(
                        """
                        {"MessageId":"a1","ServiceEdition":1,"IsRead":true,\
                        "Condition":{"A":false},"Rules":[{"Id":"r"}],"Steps":[],\
                        "Origins":["x","y"],\
                        "_links":{"self":{"href":"B/a1"},\
                        "print":{"href":"B/a1/print","mime-type":"application/pdf"},\
                        "attachment":[{"href":"B/a1/1","name":"brev","encrypted":false,\
                        "filesize":3000}],"form":[{"href":"B/a1/f"}]},\
                        "_embedded":{"forms":[{"FormId":"f","Size":3,\
                        "_links":{"self":{"href":"B/f"}}}],"attachments":[]}}""");
    }

    @Test
    void oneResourceInHalXmlHasItsLinksFirst() {
        assertThat(written(Format.HAL_XML))
                .isEqualTo(
                        """
                        <resource rel="message" href="B/a1">\
                        <link rel="print" href="B/a1/print" mime-type="application/pdf"/>\
                        <link rel="attachment" href="B/a1/1" name="brev" encrypted="false" \
                        filesize="3000"/><link rel="form" href="B/a1/f"/>\
                        <MessageId>a1</MessageId><ServiceEdition>1</ServiceEdition>\
                        <IsRead>true</IsRead><Condition><A>false</A></Condition>\
                        <Rules><Rule><Id>r</Id></Rule></Rules><Steps/>\
                        <Origins><string>x</string><string>y</string></Origins>\
                        <resource rel="forms"><resource rel="form" href="B/f">\
                        <FormId>f</FormId><Size>3</Size></resource></resource>\
                        <resource rel="attachments"/></resource>""");
    }

    @Test
    void oneResourceInJsonHasInnerLists() {
        assertThat(written(Format.JSON))
                .isEqualTo(
                        """
                        {"MessageId":"a1","ServiceEdition":1,"IsRead":true,\
                        "Condition":{"A":false},"Rules":[{"Id":"r"}],"Steps":[],\
                        "Origins":["x","y"],"Forms":[{"FormId":"f","Size":3}],\
                        "Attachments":[]}""");
    }

    @Test
    void oneResourceInXmlIsOneElement() {
        assertThat(written(Format.XML))
                .isEqualTo(
                        """
                        <Message><MessageId>a1</MessageId><ServiceEdition>1</ServiceEdition>\
                        <IsRead>true</IsRead><Condition><A>false</A></Condition>\
                        <Rules><Rule><Id>r</Id></Rule></Rules><Steps/>\
                        <Origins><string>x</string><string>y</string></Origins>\
                        <Forms><Form><FormId>f</FormId><Size>3</Size></Form></Forms>\
                        <Attachments/></Message>""");
    }

    @Test
    void aResourceWithoutLinksHasNoEmptyOnes() {
        Resource bare = Resource.of("Right", Members.builder().number("RightID", 1).build());

        assertThat(Writer.of(Format.HAL_JSON).write(bare)).isEqualTo("{\"RightID\":1}");
        assertThat(Writer.of(Format.HAL_XML).write(bare))
                .isEqualTo("<resource rel=\"right\"><RightID>1</RightID></resource>");
    }

    @Test
    void severalLinksOfOneRelationAreAnArray() {
        Resource twice = Resource.of("A", Members.none(), Link.of("x", "B/1"), Link.of("x", "B/2"));

        assertThat(Writer.of(Format.HAL_JSON).write(twice))
                .isEqualTo("{\"_links\":{\"x\":[{\"href\":\"B/1\"},{\"href\":\"B/2\"}]}}");
    }

    @ParameterizedTest
    @CsvSource({
        "JSON, '\"a<b\"', true",
        "HAL_JSON, '\"a<b\"', true",
        "XML, <string>a&lt;b</string>, <boolean>true</boolean>",
        "HAL_XML, <string>a&lt;b</string>, <boolean>true</boolean>"
    })
    void aSingleValueIsTheWholeBody(Format format, String text, String truth) {
        assertThat(Writer.of(format).write("a<b")).isEqualTo(text);
        assertThat(Writer.of(format).write(true)).isEqualTo(truth);
    }

    @ParameterizedTest
    @CsvSource({
        "JSON, '{\"ErrorCode\":40001,\"ErrorMessage\":\"No & never\"}'",
        "HAL_JSON, '{\"ErrorCode\":40001,\"ErrorMessage\":\"No & never\"}'",
        "XML, <Error><ErrorCode>40001</ErrorCode><ErrorMessage>No &amp; never</ErrorMessage></Error>",
        "HAL_XML, <Error><ErrorCode>40001</ErrorCode><ErrorMessage>No &amp; never</ErrorMessage></Error>"
    })
    void anErrorHasACodeAndAMessage(Format format, String body) {
        assertThat(Writer.of(format).writeError(40001, "No & never")).isEqualTo(body);
    }

    @Test
    void whatXmlCannotHoldIsReplacedAndLineEndsAreKept() {
        Members odd =
                Members.builder()
                        .text("Text", "a\u0000b\u000bc\ud800d\r\n\t\ufffe]]>\ud83d\ude00")
                        .build();
        Resource resource = Resource.of("A", odd, Link.of("x", "B/\u0001\n\"<"));

        assertThat(Writer.of(Format.XML).write(resource))
                .isEqualTo(
                        "<A><Text>a\ufffdb\ufffdc\ufffdd&#xd;\n\t\ufffd]]&gt;\ud83d\ude00"
                                + "</Text></A>");
        assertThat(Writer.of(Format.HAL_XML).write(resource))
                .contains("href=\"B/\ufffd&#xa;&quot;&lt;\"");
    }
}
