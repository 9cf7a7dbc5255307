package no.altinn.rest.form;

import no.altinn.rest.message.Validation;

import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.XMLFilterImpl;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gathers faults with the element at which each is found. For one document. */
final class FaultsByPath implements ErrorHandler {
    private static final int MOST = 100;
    private static final int LONGEST = 500;

    private final List<Validation.Fault> faults = new ArrayList<>();
    private final Deque<Element> open = new ArrayDeque<>();
    private final Map<String, Integer> roots = new HashMap<>();

    /** There are as many faults as are told. */
    static final class Enough extends SAXException {
        private static final long serialVersionUID = 1L;
    }

    private static final class Element {
        private final String name;
        private final int place;
        private final Map<String, Integer> children = new HashMap<>();

        private Element(String name, int place) {
            this.name = name;
            this.place = place;
        }
    }

    /** The handler before a validator that knows where in the document the validator is. */
    ContentHandler around(ContentHandler validator) {
        XMLFilterImpl filter =
                new XMLFilterImpl() {
                    @Override
                    public void startElement(
                            String uri, String name, String prefixed, Attributes attributes)
                            throws SAXException {
                        Map<String, Integer> siblings =
                                Optional.ofNullable(open.peek())
                                        .map(parent -> parent.children)
                                        .orElse(roots);
                        open.push(new Element(name, siblings.merge(name, 1, Integer::sum)));
                        super.startElement(uri, name, prefixed, attributes);
                    }

                    @Override
                    public void endElement(String uri, String name, String prefixed)
                            throws SAXException {
                        super.endElement(uri, name, prefixed);
                        open.pop();
                    }
                };
        filter.setContentHandler(validator);
        return filter;
    }

    /** Keeps a fault at the element that is open. */
    void add(String message) {
        String cut = message.length() <= LONGEST ? message : message.substring(0, LONGEST);
        String field = Optional.ofNullable(open.peek()).map(element -> element.name).orElse("");
        faults.add(new Validation.Fault(field, cut, path()));
    }

    private String path() {
        StringBuilder path = new StringBuilder();
        for (Iterator<Element> each = open.descendingIterator(); each.hasNext(); ) {
            Element element = each.next();
            path.append('/').append(element.name);
            if (element.place > 1) {
                path.append('[').append(element.place).append(']');
            }
        }
        return path.toString();
    }

    Validation validation() {
        return new Validation(faults);
    }

    @Override
    public void warning(SAXParseException e) {
        // What does not keep a form from being sent in is not told.
    }

    @Override
    public void error(SAXParseException e) throws SAXException {
        add(String.valueOf(e.getMessage()));
        if (faults.size() >= MOST) {
            throw new Enough();
        }
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXException {
        throw e;
    }
}
