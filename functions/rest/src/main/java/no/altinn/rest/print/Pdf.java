package no.altinn.rest.print;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;

import org.apache.pdfbox.pdmodel.font.FontMappers;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/**
 * Turns pages into PDF/A-2a documents with the tags of PDF/UA. Nothing is fetched for a page,
 * neither from the network nor from a file: only the font is added, Liberation Sans from the
 * library itself. Thread-safe.
 */
final class Pdf {
    static final String FONT = "Liberation Sans";

    private static final byte[] SRGB = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    static {
        // The library's log quotes what is printed.
        XRLog.setLoggingEnabled(false);
        FontMappers.set(new OwnFont());
    }

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
        builder.useFont(OwnFont::open, FONT);
        builder.usePdfUaAccessibility(true);
        // Archived documents bring all of their fonts and colours; so the machine's own fonts are
        // never looked for either.
        builder.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_2_A);
        builder.useColorProfile(SRGB);
        builder.withHtmlContent(xhtml, "about:blank");
        builder.toStream(written);
        try {
            builder.run();
        } catch (IOException e) {
            throw new IllegalStateException("The page cannot be printed", e);
        }
        return written.toByteArray();
    }
}
