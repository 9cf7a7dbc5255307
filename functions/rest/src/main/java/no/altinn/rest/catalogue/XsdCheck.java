package no.altinn.rest.catalogue;

import no.altinn.rest.xml.Xsd;

import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

import java.util.Optional;

/** Whether a text is an XSD that forms can be measured by. */
final class XsdCheck {
    private XsdCheck() {}

    /** What is wrong with an XSD, in one line; empty if nothing is. */
    static Optional<String> fault(String xsd) {
        try {
            Xsd.schema(xsd);
            return Optional.empty();
        } catch (SAXParseException e) {
            return Optional.of(
                    "line %d: %s".formatted(Math.max(1, e.getLineNumber()), e.getMessage()));
        } catch (SAXException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
