package no.altinn.local.authorization;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What one decision is asked about: the categories of a request, or those of one reference. */
record Question(List<XacmlCategory> categories) {

    Question {
        categories = List.copyOf(categories);
    }

    Stream<XacmlAttribute> attributes(String categoryId) {
        return categories.stream()
                .filter(category -> category.categoryId().equals(categoryId))
                .flatMap(category -> category.attributes().stream());
    }

    /** The first value of an attribute. */
    Optional<String> value(String categoryId, String attributeId) {
        return attributes(categoryId)
                .filter(attribute -> attribute.id().equals(attributeId))
                .map(XacmlAttribute::value)
                .findFirst();
    }
}
