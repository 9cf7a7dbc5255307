package no.altinn.rest.catalogue;

import no.altinn.rest.language.Language;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a version of a code list. Immutable. */
final class CodeListReader {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,50}");
    private static final int MOST_CODES = 10_000;
    private static final int LONGEST_CODE = 100;
    private static final int LONGEST_VALUE = 1_000;
    private static final List<Language> LANGUAGES = List.of(Language.values());

    private CodeListReader() {}

    /**
     * The code list.
     *
     * @param isKept whether it was found right before and its codes may have been left out
     */
    static CodeListVersion read(WrittenObject json, boolean isKept) {
        String name = json.matching("Name", NAME, "1 to 50 letters, digits, hyphens and low lines");
        int version = json.number("Version", 1, Integer.MAX_VALUE);
        List<CodeList> languages =
                json.list(
                        "Languages",
                        LANGUAGES.size(),
                        list -> {
                            CodeList read =
                                    new CodeList(name, version, language(list), codes(list));
                            list.finish();
                            return read;
                        });
        if (languages.isEmpty()) {
            json.fault("Languages", "must have a language");
        }
        if (languages.stream().map(CodeList::language).distinct().count() < languages.size()) {
            json.fault("Languages", "must not have the same Language twice");
        }
        if (!isKept) {
            json.finish();
        }
        return new CodeListVersion(name, version, languages);
    }

    private static Language language(WrittenObject list) {
        int least = LANGUAGES.stream().mapToInt(Language::number).min().orElseThrow();
        int most = LANGUAGES.stream().mapToInt(Language::number).max().orElseThrow();
        Optional<Language> language =
                Language.named(Integer.toString(list.number("Language", least, most)));
        if (language.isEmpty()) {
            list.fault("Language", "must be 1033, 1044 or 2068");
        }
        return language.orElse(Language.BOKMAAL);
    }

    private static List<CodeList.Code> codes(WrittenObject list) {
        Set<String> seen = new HashSet<>();
        return list.list(
                "Codes",
                MOST_CODES,
                code -> {
                    CodeList.Code read =
                            new CodeList.Code(
                                    code.text("Code", LONGEST_CODE),
                                    value(code, "Value1"),
                                    value(code, "Value2"),
                                    value(code, "Value3"));
                    if (!seen.add(read.code())) {
                        code.fault("Code", "must not stand twice");
                    }
                    code.finish();
                    return read;
                });
    }

    private static String value(WrittenObject code, String name) {
        return code.optionalText(name, LONGEST_VALUE).orElse("");
    }
}
