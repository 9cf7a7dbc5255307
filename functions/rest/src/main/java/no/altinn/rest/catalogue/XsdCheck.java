package no.altinn.rest.catalogue;

import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

import java.io.StringReader;
import java.util.Optional;

import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.transform.sax.SAXSource;
import javax.xml.validation.SchemaFactory;

/**
 * Whether a text is an XSD that forms can be measured by: within the JDK's limits for XML from
 * outside, without a DTD, and without another document that it would have to fetch.
 */
final class XsdCheck {
    private XsdCheck() {}

    /** What is wrong with an XSD, in one line; empty if nothing is. */
    static Optional<String> fault(String xsd) {
        try {
            SchemaFactory factory = SchemaFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            factory.setErrorHandler(new Strict());
            factory.newSchema(new SAXSource(withoutDtd(), new InputSource(new StringReader(xsd))));
            return Optional.empty();
        } catch (SAXParseException e) {
            return Optional.of(
                    "line %d: %s".formatted(Math.max(1, e.getLineNumber()), e.getMessage()));
        } catch (SAXException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private static XMLReader withoutDtd() throws SAXException {
        try {
            SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newSAXParser().getXMLReader();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("The JDK's parser has these features.", e);
        }
    }

    private static final class Strict extends DefaultHandler {
        @Override
        public void error(SAXParseException e) throws SAXException {
            throw e;
        }
    }
}
