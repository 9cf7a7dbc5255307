package no.altinn.rest.odata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import no.altinn.rest.representation.Members;
import no.altinn.rest.representation.Resource;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

class ODataQueryTest {
    private static final ListType TYPE = FilterTest.MESSAGE;

    private static Resource message(String subject, long edition, String changed) {
        Members.Builder members = Members.builder().text("Subject", subject);
        if (edition >= 0) {
            members.number("ServiceEdition", edition);
        }
        return Resource.of("Message", members.text("LastChangedDateTime", changed).build());
    }

    private static final List<Resource> ALL =
            List.of(
                    message("b", 2, "2026-01-02T10:00:00.12"),
                    message("a", 10, "2026-01-02T10:00:00"),
                    message("c", -1, "2026-01-02T10:00:00.2"),
                    message("B", 2, "2026-01-01T23:00:00"));

    private static ODataQuery query(String orderBy, String top, String skip) {
        return ODataQuery.of(
                Optional.empty(),
                Optional.of(orderBy).filter(text -> !text.isEmpty()),
                Optional.of(top).filter(text -> !text.isEmpty()),
                Optional.of(skip).filter(text -> !text.isEmpty()));
    }

    private static String subjects(ODataQuery query, OptionalInt page) {
        return query.of(TYPE, ALL, page).stream()
                .map(each -> each.members().values().get("Subject"))
                .map(value -> TYPE.name().isEmpty() ? "" : value.toString())
                .map(text -> text.replaceAll("^Text\\[text=(.*)]$", "$1"))
                .reduce("", String::concat);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    '' | bacB
                    Subject | Babc
                    Subject asc | Babc
                    Subject desc | cbaB
                    ServiceEdition | cbBa
                    ServiceEdition desc | abBc
                    'ServiceEdition,Subject' | cBba
                    'ServiceEdition desc , Subject desc' | abBc
                    LastChangedDateTime | Babc
                    LastChangedDateTime desc | cbaB
                    Summary | bacB
                    Summary desc | bacB
                    """)
    void resourcesComeInTheOrderAskedForAndAlikeOnesInTheOrderGiven(
            String orderBy, String subjects) {
        assertThat(subjects(query(orderBy, "", ""), OptionalInt.empty())).isEqualTo(subjects);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    Nope | Could not find property named 'Nope' on type 'Message'
                    subject desc | Could not find property named 'subject' on type 'Message'
                    Subject down | Syntax error at position 12 in 'Subject down'
                    Subject DESC | Syntax error at position 12 in 'Subject DESC'
                    Subject, | Syntax error at position 8 in 'Subject,'
                    ,Subject | Syntax error at position 1 in ',Subject'
                    Subject desc asc | Syntax error at position 16 in 'Subject desc asc'
                    tolower(Subject) | Syntax error at position 8 in 'tolower(Subject)'
                    'Subject' | Syntax error at position 9 in ''Subject''
                    Subject;Status | Syntax error at position 7 in 'Subject;Status'
                    """)
    void anOrderOfAnotherFormIsRefused(String orderBy, String message) {
        assertThatExceptionOfType(InvalidQuery.class)
                .isThrownBy(() -> subjects(query(orderBy, "", ""), OptionalInt.empty()))
                .withMessage(message);
    }

    @Test
    void anOrderHasTenMembersAtMost() {
        String ten = String.join(",", IntStream.range(0, 10).mapToObj(i -> "Subject").toList());

        assertThat(subjects(query(ten, "", ""), OptionalInt.empty())).isEqualTo("Babc");
        assertThatExceptionOfType(InvalidQuery.class)
                .isThrownBy(() -> query(ten + ",Subject", "", ""))
                .withMessage("The order has too many members: the limit is 10");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ''    | ''    | -1 | bacB
                    ''    | ''    | 3  | bac
                    2     | ''    | 3  | ba
                    4     | ''    | 3  | bacB
                    10000 | ''    | 3  | bacB
                    0     | ''    | 3  | ''
                    ''    | 1     | -1 | acB
                    ''    | 1     | 2  | ac
                    1     | 2     | 2  | c
                    ''    | 4     | 2  | ''
                    ''    | 2147483647 | 2 | ''
                    """)
    void aPageIsWhatIsLeftAfterTheSkipped(String top, String skip, int page, String subjects) {
        OptionalInt usual = page < 0 ? OptionalInt.empty() : OptionalInt.of(page);

        assertThat(subjects(query("", top, skip), usual)).isEqualTo(subjects);
    }

    @Test
    void noMoreThanTenThousandAreGivenAtOnce() {
        assertThatExceptionOfType(InvalidQuery.class)
                .isThrownBy(() -> query("", "10001", ""))
                .withMessage(
                        "The limit of '10000' for Top query has been exceeded. The value from the"
                                + " incoming request is '10001'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "a", "1.5", "2147483648", "99999999999", "1 1"})
    void aCountIsAWholeNumber(String text) {
        assertThatExceptionOfType(InvalidQuery.class)
                .isThrownBy(() -> query("", text, ""))
                .withMessageContaining("'" + text + "' for $top");
        assertThatExceptionOfType(InvalidQuery.class)
                .isThrownBy(() -> query("", "", text))
                .withMessageContaining("'" + text + "' for $skip");
    }

    @Test
    void onlyAFilterOrAnOrderLooksAtAll() {
        assertThat(query("", "1", "2").looksAtAll()).isFalse();
        assertThat(query("Subject", "", "").looksAtAll()).isTrue();
        assertThat(
                        ODataQuery.of(
                                        Optional.of("true"),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty())
                                .looksAtAll())
                .isTrue();
    }

    @Test
    void whatIsAskedForIsTold() {
        ODataQuery query = query("", "7", "3");

        assertThat(query.top()).hasValue(7);
        assertThat(query.skip()).isEqualTo(3);
        assertThat(query("", "", "").top()).isEmpty();
        assertThat(query("", "", "").skip()).isZero();
    }
}
