package no.altinn.rest.representation;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An element of a body. Immutable.
 *
 * @param name its local name
 * @param rel its attribute {@code rel}, empty for none
 * @param isNil whether it says that it is no value
 * @param text the text right within it
 */
record XmlElement(String name, String rel, boolean isNil, String text, List<XmlElement> children) {
    private static final String INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";

    /** How many elements a body may have; each costs more memory than its characters. */
    private static final int MOST_ELEMENTS = 100_000;

    private static final XMLInputFactory FACTORY = factory();

    XmlElement {
        children = List.copyOf(children);
    }

    private static XMLInputFactory factory() {
        WstxInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        // Otherwise a fault within a text is thrown unchecked, when the text is asked for.
        factory.getConfig().doParseLazily(false);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, JsonFields.MAX_DEPTH);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_COUNT, (long) MOST_ELEMENTS);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, 100);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, 10_000);
        return factory;
    }

    /**
     * Reads a whole document.
     *
     * @throws InvalidBody if it is no XML, or has a document type declaration
     */
    static XmlElement read(String text) {
        try {
            XMLStreamReader reader = FACTORY.createXMLStreamReader(new StringReader(text));
            XmlElement root = null;
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.DTD) {
                    throw new InvalidBody("The body must have no document type declaration.");
                }
                if (event == XMLStreamConstants.START_ELEMENT) {
                    root = element(reader);
                }
            }
            return root;
        } catch (XMLStreamException e) {
            throw new InvalidBody(
                    "The body is not valid XML (line %d, column %d)."
                            .formatted(
                                    e.getLocation() == null ? 1 : e.getLocation().getLineNumber(),
                                    e.getLocation() == null
                                            ? 1
                                            : e.getLocation().getColumnNumber()));
        }
    }

    private static XmlElement element(XMLStreamReader reader) throws XMLStreamException {
        String name = reader.getLocalName();
        String rel = orEmpty(reader.getAttributeValue(null, "rel"));
        boolean isNil = orEmpty(reader.getAttributeValue(INSTANCE, "nil")).matches("true|1");
        StringBuilder text = new StringBuilder();
        List<XmlElement> children = new ArrayList<>();
        while (reader.next() != XMLStreamConstants.END_ELEMENT) {
            if (reader.isStartElement()) {
                children.add(element(reader));
            } else if (reader.isCharacters()) {
                text.append(reader.getText());
            } else if (reader.getEventType() == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new InvalidBody("The body must have no entity references.");
            }
        }
        return new XmlElement(name, rel, isNil, text.toString(), children);
    }

    private static String orEmpty(String attribute) {
        return attribute == null ? "" : attribute;
    }
}
