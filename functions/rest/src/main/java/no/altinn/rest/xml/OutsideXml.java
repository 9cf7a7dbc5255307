package no.altinn.rest.xml;

import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;

/** Parsers for XML from outside. */
public final class OutsideXml {
    private OutsideXml() {}

    /** A new parser with namespaces, which refuses a DTD and has the JDK's limits. */
    public static XMLReader reader() {
        try {
            // The JDK's own parser, whatever others are on the class path: its limits are set here.
            SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newSAXParser().getXMLReader();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("The JDK's XML parser does not know its features", e);
        }
    }
}
