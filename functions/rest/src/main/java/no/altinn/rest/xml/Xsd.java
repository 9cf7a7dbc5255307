package no.altinn.rest.xml;

import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

import java.io.StringReader;

import javax.xml.XMLConstants;
import javax.xml.transform.sax.SAXSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;

/**
 * Reads XSDs from outside. The JDK's limits hold: {@code maxOccurs} up to 5 000 beside other
 * elements. An XSD has no DTD, and imports and includes no other document.
 */
public final class Xsd {
    private Xsd() {}

    /**
     * The schema that a text spells.
     *
     * @throws SAXParseException with the line, where the fault has one
     * @throws SAXException if the text is no XSD of the kind described above
     */
    public static Schema schema(String xsd) throws SAXException {
        SchemaFactory factory = SchemaFactory.newDefaultInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        factory.setErrorHandler(new Strict());
        InputSource source = new InputSource(new StringReader(xsd));
        return factory.newSchema(new SAXSource(OutsideXml.reader(), source));
    }

    /** Throws what the parser of schemas would only warn of or pass over. */
    private static final class Strict extends DefaultHandler {
        @Override
        public void error(SAXParseException e) throws SAXException {
            throw e;
        }
    }
}
