package no.altinn.rest.representation;

import java.util.ArrayList;
import java.util.List;

/**
 * One resource.
 *
 * @param type its name in PascalCase, for example {@code Message}
 * @param embedded the lists of resources within it, for example its forms
 */
public record Resource(String type, Members members, List<Link> links, List<Listing> embedded) {
    public Resource {
        links = List.copyOf(links);
        embedded = List.copyOf(embedded);
    }

    public static Resource of(String type, Members members, Link... links) {
        return new Resource(type, members, List.of(links), List.of());
    }

    /** The same resource with more links after its own. */
    public Resource with(Link... more) {
        List<Link> all = new ArrayList<>(links);
        all.addAll(List.of(more));
        return new Resource(type, members, all, embedded);
    }

    /** The same resource with one more list within it. */
    public Resource with(Listing list) {
        List<Listing> all = new ArrayList<>(embedded);
        all.add(list);
        return new Resource(type, members, links, all);
    }
}
