package no.altinn.rest.representation;

import com.ctc.wstx.stax.WstxOutputFactory;

import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes XML without namespaces, and HAL+XML, whose every resource is an element {@code resource}.
 * What XML 1.0 §2.2 has no character for is written as U+FFFD. Immutable.
 *
 * @param isHal whether links are written
 */
record XmlResourceWriter(boolean isHal) implements Writer {
    private static final String SELF = "self";

    // By its own name: the JDK's factory writes line breaks and control characters raw, and which
    // one a look-up finds depends on the thread's class loader.
    private static final XMLOutputFactory FACTORY = new WstxOutputFactory();

    /** What is written into an open writer. */
    @FunctionalInterface
    private interface Part {
        void writeTo(XMLStreamWriter xml) throws XMLStreamException;
    }

    @Override
    public String write(Resource resource) {
        return written(xml -> resource(xml, resource));
    }

    @Override
    public String write(Listing listing) {
        return written(
                xml -> {
                    if (isHal) {
                        list(xml, listing);
                    } else {
                        xml.writeStartElement("ArrayOf" + listing.type());
                        items(xml, listing.items());
                        xml.writeEndElement();
                    }
                });
    }

    @Override
    public String write(String text) {
        return written(xml -> element(xml, "string", text));
    }

    @Override
    public String write(boolean flag) {
        return written(xml -> element(xml, "boolean", Boolean.toString(flag)));
    }

    @Override
    public String writeError(int code, String message) {
        return written(
                xml -> {
                    xml.writeStartElement("Error");
                    element(xml, "ErrorCode", Integer.toString(code));
                    element(xml, "ErrorMessage", message);
                    xml.writeEndElement();
                });
    }

    private static String written(Part part) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = FACTORY.createXMLStreamWriter(text);
            part.writeTo(xml);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("A name or text is no XML.", e);
        }
        return text.toString();
    }

    private void resource(XMLStreamWriter xml, Resource resource) throws XMLStreamException {
        if (!isHal) {
            xml.writeStartElement(resource.type());
            members(xml, resource.members());
            for (Listing list : resource.embedded()) {
                xml.writeStartElement(JsonResourceWriter.innerName(list.rel()));
                items(xml, list.items());
                xml.writeEndElement();
            }
            xml.writeEndElement();
            return;
        }
        startResource(xml, resource.type().toLowerCase(Locale.ROOT), resource.links());
        links(xml, resource.links());
        members(xml, resource.members());
        for (Listing list : resource.embedded()) {
            list(xml, list);
        }
        xml.writeEndElement();
    }

    private void list(XMLStreamWriter xml, Listing listing) throws XMLStreamException {
        startResource(xml, listing.rel(), listing.links());
        items(xml, listing.items());
        links(xml, listing.links());
        xml.writeEndElement();
    }

    private void items(XMLStreamWriter xml, List<Resource> items) throws XMLStreamException {
        for (Resource item : items) {
            resource(xml, item);
        }
    }

    /** The link to a resource itself is its element's own address. */
    private static void startResource(XMLStreamWriter xml, String rel, List<Link> links)
            throws XMLStreamException {
        xml.writeStartElement("resource");
        xml.writeAttribute("rel", rel);
        Optional<Link> self = links.stream().filter(XmlResourceWriter::isSelf).findFirst();
        if (self.isPresent()) {
            xml.writeAttribute("href", XmlText.fit(self.get().href()));
        }
    }

    private static boolean isSelf(Link link) {
        return link.rel().equals(SELF);
    }

    private static void links(XMLStreamWriter xml, List<Link> links) throws XMLStreamException {
        for (Link link : links.stream().filter(Predicate.not(XmlResourceWriter::isSelf)).toList()) {
            xml.writeEmptyElement("link");
            xml.writeAttribute("rel", link.rel());
            xml.writeAttribute("href", XmlText.fit(link.href()));
            if (link.isTemplated()) {
                xml.writeAttribute("isTemplated", "true");
            }
            for (Map.Entry<String, Value> attribute : link.attributes().entrySet()) {
                xml.writeAttribute(attribute.getKey(), XmlText.fit(text(attribute.getValue())));
            }
        }
    }

    private void members(XMLStreamWriter xml, Members members) throws XMLStreamException {
        for (Map.Entry<String, Value> member : members.values().entrySet()) {
            member(xml, member.getKey(), member.getValue());
        }
    }

    private void member(XMLStreamWriter xml, String name, Value value) throws XMLStreamException {
        if (value instanceof Value.Structure structure) {
            structure(xml, name, structure.members());
        } else if (value instanceof Value.Structures structures) {
            xml.writeStartElement(name);
            for (Members item : structures.items()) {
                structure(xml, structures.itemType(), item);
            }
            xml.writeEndElement();
        } else if (value instanceof Value.Resources resources) {
            xml.writeStartElement(name);
            items(xml, resources.items());
            xml.writeEndElement();
        } else if (value instanceof Value.Texts texts) {
            xml.writeStartElement(name);
            for (String item : texts.items()) {
                element(xml, texts.itemType(), item);
            }
            xml.writeEndElement();
        } else {
            element(xml, name, text(value));
        }
    }

    private void structure(XMLStreamWriter xml, String name, Members members)
            throws XMLStreamException {
        xml.writeStartElement(name);
        members(xml, members);
        xml.writeEndElement();
    }

    private static void element(XMLStreamWriter xml, String name, String text)
            throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(XmlText.fit(text));
        xml.writeEndElement();
    }

    private static String text(Value value) {
        if (value instanceof Value.Text text) {
            return text.text();
        }
        if (value instanceof Value.Whole whole) {
            return Long.toString(whole.number());
        }
        if (value instanceof Value.Flag flag) {
            return Boolean.toString(flag.flag());
        }
        throw new IllegalArgumentException("A list or structure is no text.");
    }
}
