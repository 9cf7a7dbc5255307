package no.altinn.rest.endpoint.openapi;

import com.ctc.wstx.stax.WstxOutputFactory;
import com.fasterxml.jackson.databind.JsonNode;

import java.io.StringWriter;
import java.util.Locale;
import java.util.Map;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes the example of a body as XML or HAL+XML, by what the models say of its lists. */
final class ExampleXml {
    private static final XMLOutputFactory FACTORY = new WstxOutputFactory();

    private final Models models;
    private final XMLStreamWriter xml;
    private final boolean isHal;

    private ExampleXml(Models models, XMLStreamWriter xml, boolean isHal) {
        this.models = models;
        this.xml = xml;
        this.isHal = isHal;
    }

    /**
     * The example as XML.
     *
     * @param model of the example; of its items, if it is a list
     */
    static String write(Models models, String model, JsonNode example, boolean isHal) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = FACTORY.createXMLStreamWriter(text);
            ExampleXml writer = new ExampleXml(models, xml, isHal);
            if (example.isArray()) {
                String type = models.type(model);
                writer.list(type.toLowerCase(Locale.ROOT), "ArrayOf" + type, model, example);
            } else {
                writer.resource(model, example);
            }
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("An example is no XML", e);
        }
        return text.toString();
    }

    private void resource(String model, JsonNode example) throws XMLStreamException {
        start(models.type(model).toLowerCase(Locale.ROOT), models.type(model));
        members(model, example);
        xml.writeEndElement();
    }

    private void start(String rel, String element) throws XMLStreamException {
        if (isHal) {
            xml.writeStartElement("resource");
            xml.writeAttribute("rel", rel);
        } else {
            xml.writeStartElement(element);
        }
    }

    private void members(String model, JsonNode example) throws XMLStreamException {
        for (Map.Entry<String, JsonNode> member : example.properties()) {
            member(model, member.getKey(), member.getValue());
        }
    }

    private void member(String model, String name, JsonNode value) throws XMLStreamException {
        String rel = models.relationOf(model, name);
        if (!rel.isEmpty()) {
            list(rel, name, models.itemOf(model, name), value);
        } else if (value.isArray()) {
            plainList(model, name, value);
        } else {
            xml.writeStartElement(name);
            if (value.isObject()) {
                members(models.itemOf(model, name), value);
            } else {
                xml.writeCharacters(value.asText());
            }
            xml.writeEndElement();
        }
    }

    private void list(String rel, String element, String item, JsonNode items)
            throws XMLStreamException {
        start(rel, element);
        for (JsonNode each : items) {
            resource(item, each);
        }
        xml.writeEndElement();
    }

    /** A list of texts, numbers or structures, which is the same in HAL. */
    private void plainList(String model, String name, JsonNode items) throws XMLStreamException {
        String item = models.itemOf(model, name);
        xml.writeStartElement(name);
        for (JsonNode each : items) {
            xml.writeStartElement(item.isEmpty() ? "string" : models.type(item));
            if (each.isObject()) {
                members(item, each);
            } else {
                xml.writeCharacters(each.asText());
            }
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }
}
