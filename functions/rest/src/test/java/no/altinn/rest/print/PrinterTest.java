package no.altinn.rest.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.sun.net.httpserver.HttpServer;

import no.altinn.rest.catalogue.ServiceKey;
import no.altinn.rest.door.DoorBed;
import no.altinn.rest.form.Draft;
import no.altinn.rest.form.Goal;
import no.altinn.rest.language.Language;
import no.altinn.rest.message.BoxBed;
import no.altinn.rest.message.Contents;
import no.altinn.rest.message.Message;
import no.altinn.rest.message.MessageId;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

class PrinterTest {
    private final BoxBed bed = new BoxBed();
    private final Printer printer = new Printer(bed.files);

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private byte[] print(Message message) {
        return printer.print(message, "Æsops Ødegård", Language.BOKMAAL);
    }

    private Message letter(String html) {
        Message sent = bed.send("Søknad om båtplass");
        return sent.with(new Contents(html, "", 0, List.of(), List.of(), List.of()));
    }

    @Test
    void norwegianLettersShow() throws IOException {
        String text = text(print(letter("<p>Blåbærsyltetøy – «ÆØÅ»</p>")));

        assertThat(text).contains("Søknad om båtplass", "Æsops Ødegård", "Blåbærsyltetøy – «ÆØÅ»");
    }

    @Test
    void aTableThatTheLibraryCannotLayOutIsPrintedAsText() throws IOException {
        byte[] pdf = print(letter("<table><tr><td rowspan=\"2\">Båt &lt; 5 m</td></tr></table>"));

        assertThat(text(pdf)).contains("Søknad om båtplass", "Båt < 5 m");
    }

    @Test
    void listsInListsThatAreTooDeepForTheLibraryArePrintedAsText() throws IOException {
        byte[] pdf = print(letter("<p>Plass <b>7</b>A<br>ledig</p>" + "<ul><li>".repeat(10_000)));

        assertThat(text(pdf)).contains("Plass 7A\nledig");
    }

    @Test
    void everyFontIsInTheDocumentAndTheDocumentSaysItsLanguageAndTitle() throws IOException {
        try (PDDocument document = Loader.loadPDF(print(letter("<p>a <b>b</b> <i>c</i></p>")))) {
            List<PDFont> fonts = new ArrayList<>();
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    fonts.add(page.getResources().getFont(name));
                }
            }
            assertThat(fonts).isNotEmpty().allMatch(PDFont::isEmbedded);
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("nb");
            assertThat(document.getDocumentInformation().getTitle())
                    .isEqualTo("Søknad om båtplass");
            assertThat(document.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
        }
    }

    @Test
    void nothingIsFetchedForAPage() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    asked.incrementAndGet();
                    exchange.sendResponseHeaders(404, -1);
                    exchange.close();
                });
        server.start();
        try {
            String url = "http://127.0.0.1:" + server.getAddress().getPort();
            // Past the sanitizer, as if a page of ours had been changed.
            Pdf.of(
                    """
                    <html><head><title>t</title><link rel="stylesheet" href="%1$s/a.css"/>
                    <style>@import url('%1$s/b.css'); body { background: url('%1$s/c.png') }
                    @font-face { font-family: x; src: url('%1$s/d.ttf') }
                    p { font-family: x }</style></head>
                    <body><p>x</p><img alt="" src="%1$s/e.png"/>
                    <img alt="" src="file:///etc/hostname"/></body></html>"""
                            .formatted(url));
        } finally {
            server.stop(0);
        }
        assertThat(asked).hasValue(0);
    }

    @Test
    void aFormShowsItsFieldsAndWhoSignedIt() throws IOException {
        MessageId id =
                bed.tasks.submit(
                        bed.actor(),
                        new Draft(
                                new ServiceKey("1001", 1),
                                Optional.of(
                                        List.of(
                                                new Draft.SentForm(
                                                        true,
                                                        "5000",
                                                        40000,
                                                        "<Skjema><navn>Åse Bø</navn></Skjema>"))),
                                Optional.of(List.of())),
                        Goal.SENT,
                        Language.BOKMAAL);
        Message message = bed.messages.find(DoorBed.PERSON.partyId(), id).orElseThrow();

        String text = text(print(message));

        assertThat(text)
                .contains("Hovedskjema", "navn", "Åse Bø", "AR1", "Sendt og arkivert")
                .contains("Signert av", "A Nordmann, 02.01.2026 10:00");
    }

    @Test
    void markupInASubjectIsText() throws IOException {
        Message message = bed.send("<script>1</script> & \u0001 Æ");

        assertThat(text(print(message))).contains("<script>1</script> & Æ");
    }

    @Test
    void aFormOfManyFieldsIsCutAtItsBound() {
        String xml = "<Skjema>" + "<navn>x</navn>".repeat(5_000) + "</Skjema>";

        assertThat(FormFields.of(xml)).hasSize(FormFields.MOST);
    }

    @Test
    void aFieldThatHoldsOthersHasNoValueOfItsOwn() {
        assertThat(FormFields.of("<a>text<b>1</b><c><d>2</d></c> </a>"))
                .extracting(FormFields.Line::name, FormFields.Line::value, FormFields.Line::depth)
                .containsExactly(
                        tuple("a", "", 0),
                        tuple("b", "1", 1),
                        tuple("c", "", 1),
                        tuple("d", "2", 2));
    }
}
