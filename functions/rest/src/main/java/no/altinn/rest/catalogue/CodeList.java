package no.altinn.rest.catalogue;

import no.altinn.rest.language.Language;

import java.util.List;

/** A version of a list of codes in one language. */
public record CodeList(String name, int version, Language language, List<Code> codes) {
    public CodeList {
        codes = List.copyOf(codes);
    }

    /** A code; its values may be empty. */
    public record Code(String code, String value1, String value2, String value3) {}
}
