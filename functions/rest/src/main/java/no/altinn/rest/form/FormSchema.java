package no.altinn.rest.form;

import no.altinn.rest.message.Validation;
import no.altinn.rest.xml.Xsd;

import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.XMLFilterImpl;

import java.time.Duration;
import java.util.function.LongSupplier;

import javax.xml.validation.Schema;
import javax.xml.validation.ValidatorHandler;

/** An XSD, as {@link Xsd} takes it, that forms are measured by. Thread-safe. */
public final class FormSchema {
    /** How long one form may take to be measured. */
    public static final Duration LONGEST = Duration.ofSeconds(10);

    private final Schema schema;

    private FormSchema(Schema schema) {
        this.schema = schema;
    }

    /**
     * Reads a schema.
     *
     * @throws UnusableSchema if it is no XSD that is taken
     */
    public static FormSchema of(String xsd) {
        try {
            return new FormSchema(Xsd.schema(xsd));
        } catch (SAXException e) {
            throw new UnusableSchema(e);
        }
    }

    /**
     * Measures a form's XML. XML that is none, or nothing at all, is a fault like others; so is XML
     * for which {@link #LONGEST} is not enough: keys of a schema are compared each with all others.
     */
    public Validation validate(String xml) {
        return validate(xml, System::nanoTime);
    }

    Validation validate(String xml, LongSupplier nanoTime) {
        FaultsByPath faults = new FaultsByPath();
        if (xml.isBlank()) {
            faults.add("The form is not filled in.");
            return faults.validation();
        }
        ValidatorHandler validator = schema.newValidatorHandler();
        validator.setErrorHandler(faults);
        try {
            FormXml.read(xml, faults.around(new InTime(validator, nanoTime)));
        } catch (FaultsByPath.Enough e) {
            // The first faults are told; they are as many as anybody reads.
            return faults.validation();
        } catch (SAXException e) {
            faults.add(String.valueOf(e.getMessage()));
        }
        return faults.validation();
    }

    /** Ends a validation that takes too long. */
    private static final class InTime extends XMLFilterImpl {
        private final LongSupplier nanoTime;
        private final long begun;

        private InTime(ContentHandler validator, LongSupplier nanoTime) {
            this.nanoTime = nanoTime;
            this.begun = nanoTime.getAsLong();
            setContentHandler(validator);
        }

        @Override
        public void startElement(String uri, String name, String prefixed, Attributes attributes)
                throws SAXException {
            if (nanoTime.getAsLong() - begun > LONGEST.toNanos()) {
                throw new SAXException(
                        "The form takes longer than %d seconds to validate."
                                .formatted(LONGEST.toSeconds()));
            }
            super.startElement(uri, name, prefixed, attributes);
        }
    }
}
