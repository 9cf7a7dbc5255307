package no.altinn.rest.endpoint.catalogue;

import no.altinn.rest.catalogue.Catalogue;
import no.altinn.rest.catalogue.CodeList;
import no.altinn.rest.door.Reply;
import no.altinn.rest.door.RestError;
import no.altinn.rest.door.Route;
import no.altinn.rest.door.Routes;
import no.altinn.rest.door.Visit;
import no.altinn.rest.language.Language;
import no.altinn.rest.odata.ListType;
import no.altinn.rest.representation.Link;
import no.altinn.rest.representation.Members;
import no.altinn.rest.representation.Resource;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code metadata/codelists}; open to anybody (rest-resources.md "Metadata"). */
public final class CodeListRoutes implements Routes {
    private static final String ALL = "metadata/codelists";
    private static final ListType TYPE =
            new ListType(
                    "CodeList",
                    List.of("Name"),
                    List.of("Version", "Language"),
                    List.of(),
                    List.of());

    private final KeptReplies kept;
    private final CatalogueList list;

    public CodeListRoutes(KeptReplies kept) {
        this.kept = kept;
        this.list = new CatalogueList(kept, ALL, "codelists", TYPE);
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.open("GET", ALL, this::all),
                Route.open("GET", ALL + "/{name}/{version}", this::one));
    }

    private Reply all(Visit visit) {
        return list.answer(
                visit,
                state ->
                        inLanguage(state, visit.language()).stream()
                                .map(codes -> resource(visit, codes, Members.none()))
                                .toList());
    }

    /** Each version once: in the language, else in Bokmål, else in any. */
    private static List<CodeList> inLanguage(Catalogue state, Language language) {
        Map<String, CodeList> versions = new LinkedHashMap<>();
        for (CodeList codes : state.codeLists()) {
            versions.merge(
                    codes.name() + "/" + codes.version(),
                    codes,
                    (one, other) -> rank(other, language) < rank(one, language) ? other : one);
        }
        return List.copyOf(versions.values());
    }

    private static int rank(CodeList codes, Language language) {
        if (codes.language() == language) {
            return 0;
        }
        return codes.language() == Language.BOKMAAL ? 1 : 2;
    }

    private Reply one(Visit visit) {
        String name = visit.value("name");
        int version = WholeNumber.of(visit.value("version")).orElseThrow(RestError::notFound);
        return kept.of(
                "%s/%s/%d".formatted(ALL, name, version),
                visit,
                state ->
                        state.codeList(name, version, visit.language())
                                .map(codes -> Reply.of(resource(visit, codes, codes(codes))))
                                .orElseThrow(RestError::notFound));
    }

    private static Members codes(CodeList codes) {
        return Members.builder()
                .structures(
                        "Codes",
                        "Code",
                        codes.codes().stream()
                                .map(
                                        code ->
                                                Members.builder()
                                                        .text("Code", code.code())
                                                        .text("Value1", code.value1())
                                                        .text("Value2", code.value2())
                                                        .text("Value3", code.value3())
                                                        .build())
                                .toList())
                .build();
    }

    private static Resource resource(Visit visit, CodeList codes, Members more) {
        return Resource.of(
                TYPE.name(),
                Members.builder()
                        .text("Name", codes.name())
                        .number("Version", codes.version())
                        .number("Language", codes.language().number())
                        .build()
                        .and(more),
                Link.of(
                        "self",
                        visit.address(
                                "%s/%s/%d?language=%d"
                                        .formatted(
                                                ALL,
                                                codes.name(),
                                                codes.version(),
                                                codes.language().number()))));
    }
}
