package no.altinn.rest.print;

import no.altinn.rest.form.FormXml;

import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

import java.util.ArrayList;
import java.util.List;

/** The fields of a form as lines to print, in the order of the XML. */
final class FormFields {
    /** How many lines are printed of one form. */
    static final int MOST = 2_000;

    /** How many characters are printed of one value. */
    static final int LONGEST_VALUE = 2_000;

    private FormFields() {}

    /**
     * A line.
     *
     * @param value empty for an element that holds others
     */
    record Line(String name, String value, int depth) {}

    /** Up to {@link #MOST} lines; what cannot be read is left out. */
    static List<Line> of(String xml) {
        Reader reader = new Reader();
        if (!xml.isBlank()) {
            try {
                FormXml.read(xml, reader);
            } catch (SAXException e) {
                // Either there are enough lines, or the XML ends here: a form may be printed before
                // it is complete.
                return reader.lines;
            }
        }
        return reader.lines;
    }

    private static final class Reader extends DefaultHandler {
        private final List<Line> lines = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private int depth;
        private int opened = -1;

        @Override
        public void startElement(String uri, String name, String prefixed, Attributes attributes)
                throws SAXException {
            if (lines.size() >= MOST) {
                throw new SAXException("enough");
            }
            lines.add(new Line(name, "", depth));
            opened = lines.size() - 1;
            depth++;
            text.setLength(0);
        }

        @Override
        public void characters(char[] characters, int start, int length) {
            text.append(characters, start, Math.min(length, LONGEST_VALUE - text.length()));
        }

        @Override
        public void endElement(String uri, String name, String prefixed) {
            depth--;
            boolean isLeaf = opened == lines.size() - 1 && lines.get(opened).depth() == depth;
            if (isLeaf) {
                lines.set(opened, new Line(name, text.toString().strip(), depth));
            }
            text.setLength(0);
        }
    }
}
