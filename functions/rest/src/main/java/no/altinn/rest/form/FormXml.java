package no.altinn.rest.form;

import no.altinn.rest.message.Refusal;
import no.altinn.rest.xml.OutsideXml;

import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;
import org.xml.sax.helpers.XMLFilterImpl;

import java.io.IOException;
import java.io.StringReader;

/** Reads XML from outside: no DTD, nothing from elsewhere, up to 100 elements deep. */
public final class FormXml {
    /** The most characters of one form's XML. */
    public static final int MOST_CHARACTERS = 10 * 1024 * 1024;

    /** How deep elements may lie in each other. */
    public static final int DEEPEST = 100;

    private FormXml() {}

    /**
     * Refuses a text that is no XML document of the kind described above.
     *
     * @throws Refusal.Invalid with the reason
     */
    public static void check(String xml) {
        if (xml.length() > MOST_CHARACTERS) {
            throw new Refusal.Invalid(
                    "The form data have more than %d characters.".formatted(MOST_CHARACTERS));
        }
        try {
            read(xml, new DefaultHandler());
        } catch (SAXParseException e) {
            throw new Refusal.Invalid(
                    "The form data are no XML without a DTD: line %d, column %d: %s"
                            .formatted(e.getLineNumber(), e.getColumnNumber(), e.getMessage()));
        } catch (SAXException e) {
            throw new Refusal.Invalid("The form data cannot be read: " + e.getMessage());
        }
    }

    /**
     * Reads a document.
     *
     * @throws SAXException if it is none, or the handler throws it
     */
    public static void read(String xml, ContentHandler handler) throws SAXException {
        Depth depth = new Depth(OutsideXml.reader());
        depth.setContentHandler(handler);
        depth.setErrorHandler(new DefaultHandler());
        try {
            depth.parse(new InputSource(new StringReader(xml)));
        } catch (IOException e) {
            throw new IllegalStateException("A text in memory cannot be read", e);
        }
    }

    private static final class Depth extends XMLFilterImpl {
        private int depth;

        private Depth(XMLReader parent) {
            super(parent);
        }

        @Override
        public void startElement(String uri, String name, String prefixed, Attributes attributes)
                throws SAXException {
            depth++;
            if (depth > DEEPEST) {
                throw new SAXException(
                        "elements lie more than %d deep in each other".formatted(DEEPEST));
            }
            super.startElement(uri, name, prefixed, attributes);
        }

        @Override
        public void endElement(String uri, String name, String prefixed) throws SAXException {
            depth--;
            super.endElement(uri, name, prefixed);
        }
    }
}
