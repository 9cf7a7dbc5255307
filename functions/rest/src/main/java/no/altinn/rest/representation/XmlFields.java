package no.altinn.rest.representation;

import java.util.List;
import java.util.Optional;

/**
 * The members of an XML element, of either form: elements named as members, and HAL+XML's {@code
 * resource} elements with a relation. Immutable.
 */
final class XmlFields extends TextFields {
    private static final String RESOURCE = "resource";

    private final XmlElement element;

    private XmlFields(XmlElement element) {
        this.element = element;
    }

    /**
     * Reads a body.
     *
     * @throws InvalidBody if it is no XML, or has a document type declaration
     */
    static Fields read(String text) {
        return new XmlFields(XmlElement.read(text));
    }

    /** Of a name that counts once, several elements are refused, as in JSON. */
    private Optional<XmlElement> find(String name) {
        return named(element, name)
                .or(() -> named(element, "_embedded").flatMap(lists -> named(lists, name)))
                .filter(found -> !found.isNil());
    }

    private static Optional<XmlElement> named(XmlElement parent, String name) {
        return parent.children().stream()
                .filter(child -> child.name().equalsIgnoreCase(name))
                .reduce(
                        (first, second) -> {
                            throw doubled(name);
                        });
    }

    private List<XmlElement> resources(String rel) {
        return element.children().stream()
                .filter(child -> isResource(child) && child.rel().equalsIgnoreCase(rel))
                .toList();
    }

    private static boolean isResource(XmlElement child) {
        return child.name().equals(RESOURCE);
    }

    @Override
    protected Optional<String> raw(String name) {
        Optional<XmlElement> found = find(name);
        if (found.isPresent() && !found.get().children().isEmpty()) {
            throw refused(name, "a single value");
        }
        return found.map(XmlElement::text);
    }

    @Override
    public List<Fields> list(String name) {
        Optional<XmlElement> found = find(name);
        if (found.isPresent()) {
            if (found.get().children().isEmpty() && !found.get().text().isBlank()) {
                throw refused(name, "a list of structures");
            }
            return found.get().children().stream().<Fields>map(XmlFields::new).toList();
        }
        return resources(name).stream()
                .flatMap(
                        resource ->
                                resource.children().stream().allMatch(XmlFields::isResourceOrLink)
                                        ? resource.children().stream().filter(XmlFields::isResource)
                                        : List.of(resource).stream())
                .<Fields>map(XmlFields::new)
                .toList();
    }

    private static boolean isResourceOrLink(XmlElement child) {
        return isResource(child) || child.name().equals("link");
    }

    @Override
    public List<String> texts(String name) {
        Optional<XmlElement> found = find(name);
        if (found.isEmpty()) {
            return List.of();
        }
        List<XmlElement> items = found.get().children();
        boolean isText = items.isEmpty() && !found.get().text().isBlank();
        if (isText || items.stream().anyMatch(item -> !item.children().isEmpty())) {
            throw refused(name, "a list of texts");
        }
        return items.stream().map(XmlElement::text).toList();
    }

    @Override
    public Optional<Fields> structure(String name) {
        Optional<XmlElement> found = find(name);
        if (found.isPresent()) {
            if (found.get().children().isEmpty() && !found.get().text().isBlank()) {
                throw refused(name, "a structure");
            }
            return found.map(XmlFields::new);
        }
        return resources(name).stream().findFirst().map(XmlFields::new);
    }

    @Override
    public boolean has(String name) {
        return find(name).isPresent() || !resources(name).isEmpty();
    }

    @Override
    public List<Fields> items() {
        if (isResource(element)) {
            return element.children().stream()
                    .filter(XmlFields::isResource)
                    .<Fields>map(XmlFields::new)
                    .toList();
        }
        return element.name().startsWith("ArrayOf")
                ? element.children().stream().<Fields>map(XmlFields::new).toList()
                : List.of();
    }
}
