package no.altinn.rest.print;

import no.altinn.rest.message.SafeHtml;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A letter without its layout, for the case that the layout cannot be printed. */
final class PlainLetter {
    private static final Pattern CELL = Pattern.compile("</?(?:td|th)\\b[^>]*>");
    private static final Pattern INLINE =
            Pattern.compile("</?(?:span|strong|b|em|i|u|s|sub|sup|small|code|a)\\b[^>]*>");
    private static final Pattern TAG = Pattern.compile("<[^>]*>");

    private PlainLetter() {}

    /**
     * The text of a letter, a paragraph for each line of it.
     *
     * @param html as {@link SafeHtml#of} gives it: every {@code <} and {@code >} in it is a tag's
     * @return well-formed XML, without a root element
     */
    static String of(String html) {
        String inOneLine = CELL.matcher(html).replaceAll(" ");
        String marked = TAG.matcher(INLINE.matcher(inOneLine).replaceAll("")).replaceAll("\n");
        return marked.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> "<p>" + line + "</p>")
                .collect(Collectors.joining());
    }
}
