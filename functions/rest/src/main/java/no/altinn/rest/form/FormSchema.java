package no.altinn.rest.form;

import no.altinn.rest.message.Validation;

import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

import java.io.StringReader;

import javax.xml.XMLConstants;
import javax.xml.transform.sax.SAXSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.ValidatorHandler;

/**
 * An XSD. The JDK's limits for it hold: {@code maxOccurs} up to 5 000 beside other elements. It has
 * no DTD and takes nothing from elsewhere, so it imports and includes no other document.
 * Thread-safe.
 */
public final class FormSchema {
    private final Schema schema;

    private FormSchema(Schema schema) {
        this.schema = schema;
    }

    /**
     * Reads a schema.
     *
     * @throws UnusableSchema if it is no XSD of the kind described above
     */
    public static FormSchema of(String xsd) {
        try {
            SchemaFactory factory = SchemaFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            factory.setErrorHandler(new Strict());
            return new FormSchema(
                    factory.newSchema(
                            new SAXSource(
                                    FormXml.reader(), new InputSource(new StringReader(xsd)))));
        } catch (SAXException e) {
            throw new UnusableSchema(e);
        }
    }

    /** Measures a form's XML. XML that is none, or nothing at all, is a fault like others. */
    public Validation validate(String xml) {
        FaultsByPath faults = new FaultsByPath();
        if (xml.isBlank()) {
            faults.add("The form is not filled in.");
            return faults.validation();
        }
        ValidatorHandler validator = schema.newValidatorHandler();
        validator.setErrorHandler(faults);
        try {
            FormXml.read(xml, faults.around(validator));
        } catch (FaultsByPath.Enough e) {
            // The first faults are told; they are as many as anybody reads.
            return faults.validation();
        } catch (SAXException e) {
            faults.add(String.valueOf(e.getMessage()));
        }
        return faults.validation();
    }

    /** Throws what the parser of schemas would only warn of or pass over. */
    private static final class Strict extends DefaultHandler {
        @Override
        public void error(SAXParseException e) throws SAXException {
            throw e;
        }
    }
}
