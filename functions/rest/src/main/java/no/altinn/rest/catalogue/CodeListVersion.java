package no.altinn.rest.catalogue;

import no.altinn.rest.language.Language;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A version of a code list in all its languages.
 *
 * @param name 1 to 50 letters, digits, hyphens and low lines
 * @param version positive
 * @param languages one list of each language that there is, at least one
 */
public record CodeListVersion(String name, int version, List<CodeList> languages)
        implements CatalogueItem {
    public CodeListVersion {
        languages =
                languages.stream()
                        .sorted(Comparator.comparing(list -> list.language().number()))
                        .toList();
    }

    /** The list in a language, else in Bokmål, else in any. */
    public CodeList in(Language language) {
        return find(language).or(() -> find(Language.BOKMAAL)).orElseGet(() -> languages.get(0));
    }

    private Optional<CodeList> find(Language language) {
        return languages.stream().filter(list -> list.language() == language).findFirst();
    }

    /** How many characters its codes have, about. */
    int size() {
        return languages.stream()
                .flatMap(list -> list.codes().stream())
                .mapToInt(CodeListVersion::size)
                .sum();
    }

    private static int size(CodeList.Code code) {
        return code.code().length()
                + code.value1().length()
                + code.value2().length()
                + code.value3().length();
    }
}
