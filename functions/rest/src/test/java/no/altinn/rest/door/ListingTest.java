package no.altinn.rest.door;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.rest.door.DoorBed.Answer;
import no.altinn.rest.odata.ListType;
import no.altinn.rest.representation.Listing;
import no.altinn.rest.representation.Members;
import no.altinn.rest.representation.Resource;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

class ListingTest {
    private static final ListType TYPE =
            new ListType("Reportee", List.of("Name", "Type"), List.of(), List.of(), List.of());

    private final DoorBed bed =
            DoorBed.of(() -> List.of(Route.open("GET", "reportees", ListingTest::list)));

    private static Reply list(Visit visit) {
        List<Resource> all =
                Stream.of("c Person", "b Enterprise", "a Business", "O'Neil Person")
                        .map(text -> text.split(" "))
                        .map(
                                words ->
                                        Resource.of(
                                                "Reportee",
                                                Members.builder()
                                                        .text("Name", words[0])
                                                        .text("Type", words[1])
                                                        .build()))
                        .toList();
        return Reply.of(
                Listing.of(
                        "reportees", "Reportee", visit.listing().of(TYPE, all, OptionalInt.of(3))));
    }

    private static String names(Answer answer) {
        return answer.body()
                .replaceAll("\\[?\\{\"Name\":\"([^\"]*)\"[^}]*\\},?\\]?", "$1 ")
                .strip();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    reportees | c b a
                    reportees?$top=2 | c b
                    reportees?%24top=500 | c b a O'Neil
                    reportees?%24TOP=1&%24Skip=1 | b
                    reportees?$skip=3 | O'Neil
                    reportees?$skip=4 | []
                    reportees?$top=&$skip=&$filter=&$orderby= | c b a
                    reportees?$filter=Type+ne+'Person' | b a
                    reportees?$filter=Type%20ne%20'Person'%20and%20Name%20eq%20'a' | a
                    reportees?%24filter=Name%20eq%20%27O%27%27Neil%27 | O'Neil
                    reportees?$orderby=Name+desc&$top=10 | c b a O'Neil
                    reportees?$ORDERBY=Type,Name&$top=10 | a b O'Neil c
                    """)
    void aListIsFilteredSortedAndCut(String path, String names) {
        assertThat(names(bed.get(path).answer())).isEqualTo(names);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    $filter=Status+eq+'x' | Could not find property named 'Status' on type 'Reportee'
                    $filter=Name+eq | Syntax error at position 7 in 'Name eq'
                    $orderby=Nope | Could not find property named 'Nope' on type 'Reportee'
                    $top=10001 | The limit of '10000' for Top query has been exceeded. The value from the incoming request is '10001'
                    """)
    void whatCannotBeFollowedIsToldInThePhraseToo(String query, String reason) {
        Answer answer = bed.get("reportees?" + query).answer();

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.reason()).isEqualTo(reason);
        assertThat(answer.body()).contains("\"ErrorCode\":40000", reason);
    }
}
