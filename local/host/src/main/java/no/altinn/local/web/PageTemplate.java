package no.altinn.local.web;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A Mustache template of a page for people. {@code {{name}}} stands for a value as text: every
 * character is escaped that HTML gives a meaning. A template extends {@code page}, which has the
 * style of every page, by the blocks {@code title} and {@code main}. Thread-safe.
 */
public final class PageTemplate {
    private static final String LAYOUT = "page";
    private static final Mustache.Escaper HTML =
            Escapers.simple(
                    new String[] {"&", "&amp;"},
                    new String[] {"<", "&lt;"},
                    new String[] {">", "&gt;"},
                    new String[] {"\"", "&quot;"},
                    new String[] {"'", "&#39;"});

    private final Template template;

    private PageTemplate(Template template) {
        this.template = template;
    }

    /**
     * Reads a template that lies beside a class, as {@code NAME.mustache}.
     *
     * @throws IllegalArgumentException if there is none
     * @throws com.samskivert.mustache.MustacheException if it is malformed
     */
    public static PageTemplate beside(Class<?> owner, String name) {
        return new PageTemplate(
                Mustache.compiler()
                        .withEscaper(HTML)
                        .strictSections(true)
                        .withLoader(
                                parent ->
                                        parent.equals(LAYOUT)
                                                ? read(PageTemplate.class, parent)
                                                : read(owner, parent))
                        .compile(read(owner, name)));
    }

    private static Reader read(Class<?> owner, String name) {
        try (InputStream file = owner.getResourceAsStream(name + ".mustache")) {
            if (file == null) {
                throw new IllegalArgumentException(
                        "There is no template %s beside %s".formatted(name, owner));
            }
            return new StringReader(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The page.
     *
     * @param values by the names that the template has: texts and numbers; truth values, lists and
     *     maps for sections
     * @throws com.samskivert.mustache.MustacheException if a value is missing
     */
    public String render(Map<String, ?> values) {
        return template.execute(values);
    }
}
