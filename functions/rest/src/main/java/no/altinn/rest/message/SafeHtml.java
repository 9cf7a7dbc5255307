package no.altinn.rest.message;

import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

import java.util.regex.Pattern;

/**
 * HTML in which nothing is left but what a letter needs: an allow-list of elements and attributes.
 * Scripts, styles, images, frames and forms go; their text may stay. Thread-safe.
 */
public final class SafeHtml {
    private static final PolicyFactory ALLOWED =
            new HtmlPolicyBuilder()
                    .allowElements(
                            "p",
                            "br",
                            "hr",
                            "div",
                            "span",
                            "h1",
                            "h2",
                            "h3",
                            "h4",
                            "h5",
                            "h6",
                            "strong",
                            "b",
                            "em",
                            "i",
                            "u",
                            "s",
                            "sub",
                            "sup",
                            "small",
                            "blockquote",
                            "pre",
                            "code",
                            "ul",
                            "ol",
                            "li",
                            "dl",
                            "dt",
                            "dd",
                            "table",
                            "caption",
                            "thead",
                            "tbody",
                            "tfoot",
                            "tr",
                            "th",
                            "td",
                            "a")
                    .allowAttributes("colspan", "rowspan")
                    .matching(Pattern.compile("[1-9][0-9]?"))
                    .onElements("th", "td")
                    .allowAttributes("href")
                    .onElements("a")
                    .allowUrlProtocols("https", "http", "mailto", "tel")
                    .requireRelNofollowOnLinks()
                    .toFactory();

    private SafeHtml() {}

    /**
     * The HTML without whatever is not allowed.
     *
     * @return well-formed as XML too, but without a root element
     */
    public static String of(String html) {
        return ALLOWED.sanitize(html);
    }
}
