package no.altinn.rest.print;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;

import org.apache.pdfbox.pdmodel.PDDocument;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Turns pages into PDF/UA documents. Nothing is fetched for a page, neither from the network nor
 * from a file: only the font is added, Liberation Sans from the library itself. Thread-safe.
 */
final class Pdf {
    static final String FONT = "Liberation Sans";

    private static final String FONT_FILE =
            "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private Pdf() {}

    /**
     * The PDF of a page.
     *
     * @param xhtml well-formed XML
     */
    static byte[] of(String xhtml) {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useExternalResourceAccessControl(
                (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        builder.useExternalResourceAccessControl(
                (uri, type) -> false, ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
        builder.useFont(font(), FONT);
        builder.usePdfUaAccessibility(true);
        builder.withHtmlContent(xhtml, "about:blank");
        builder.toStream(written);
        try {
            builder.run();
        } catch (IOException e) {
            throw new IllegalStateException("The page cannot be printed", e);
        }
        return written.toByteArray();
    }

    private static FSSupplier<InputStream> font() {
        return () -> PDDocument.class.getResourceAsStream(FONT_FILE);
    }
}
