package no.altinn.rest.form;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/** Schemas by their text, each read once; the last 200 are kept. Thread-safe. */
public final class FormSchemas {
    private static final int KEPT = 200;

    private final Cache<String, FormSchema> read = Caffeine.newBuilder().maximumSize(KEPT).build();

    /**
     * The schema that a text spells.
     *
     * @throws UnusableSchema if it spells none
     */
    public FormSchema of(String xsd) {
        return read.get(xsd, FormSchema::of);
    }
}
