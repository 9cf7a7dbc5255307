package no.altinn.rest.representation;

import java.util.List;

/**
 * A list of resources.
 *
 * @param rel the relation that they are embedded under, for example {@code messages}
 * @param type the type of each, for example {@code Message}; {@code ArrayOfMessage} in XML
 * @param links the list's own links; none within another resource
 */
public record Listing(String rel, String type, List<Resource> items, List<Link> links) {
    public Listing {
        items = List.copyOf(items);
        links = List.copyOf(links);
    }

    public static Listing of(String rel, String type, List<Resource> items, Link... links) {
        return new Listing(rel, type, items, List.of(links));
    }
}
