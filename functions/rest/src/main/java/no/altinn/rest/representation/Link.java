package no.altinn.rest.representation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A link of a resource.
 *
 * @param href an absolute address, or a template of one
 * @param isTemplated whether braces in the address stand for values
 * @param attributes what else stands in the link, such as {@code mime-type}, in order
 */
public record Link(String rel, String href, boolean isTemplated, Map<String, Value> attributes) {
    public Link {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }

    public static Link of(String rel, String href) {
        return new Link(rel, href, false, Map.of());
    }

    public static Link template(String rel, String href) {
        return new Link(rel, href, true, Map.of());
    }

    /** The same link with one more attribute. */
    public Link with(String name, Value value) {
        Map<String, Value> more = new LinkedHashMap<>(attributes);
        more.put(name, value);
        return new Link(rel, href, isTemplated, more);
    }

    /** Whether links of this relation stand in a list in JSON: {@code form}, {@code attachment}. */
    public boolean isListed() {
        return rel.equals("form") || rel.equals("attachment");
    }
}
