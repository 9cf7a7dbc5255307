package no.altinn.rest.odata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import no.altinn.rest.representation.Members;
import no.altinn.rest.representation.Resource;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

class FilterTest {
    /** A member of each kind, and of each kind one that no resource has. */
    static final ListType MESSAGE =
            new ListType(
                    "Message",
                    List.of("Subject", "Status", "ServiceCode", "Summary"),
                    List.of("ServiceEdition", "Size", "Rank"),
                    List.of("LastChangedDateTime", "CreatedDate", "DueDate"),
                    List.of("IsRead", "IsOpen"));

    private static final Resource ONE =
            Resource.of(
                    "Message",
                    Members.builder()
                            .text("Subject", "Ola's Årsoppgjør")
                            .text("Status", "Ulest")
                            .text("ServiceCode", "1001")
                            .number("ServiceEdition", 1)
                            .number("Size", -3_000_000_000L)
                            .text("LastChangedDateTime", "2026-01-02T10:00:00.12")
                            .text("CreatedDate", "2026-07-02T00:00:00")
                            .flag("IsRead", true)
                            .build());

    private static boolean holds(String filter) {
        return !found(filter).isEmpty();
    }

    private static List<Resource> found(String filter) {
        return ODataQuery.of(
                        Optional.of(filter), Optional.empty(), Optional.empty(), Optional.empty())
                .of(MESSAGE, List.of(ONE), OptionalInt.empty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    Status eq 'Ulest' | true
                    Status eq 'ulest' | false
                    Status eq 'Ulest ' | false
                    Status ne 'Ulest' | false
                    Status ne 'Lest' | true
                    Status gt 'Lest' | true
                    Status lt 'Lest' | false
                    Status ge 'Ulest' | true
                    Status le 'Ulest' | true
                    'Ulest' eq Status | true
                    'Lest' eq Status | false
                    Subject eq 'Ola''s Årsoppgjør' | true
                    Subject eq 'Olas Årsoppgjør' | false
                    Summary eq '' | false
                    Summary ne '' | true
                    '' eq '' | true
                    '''' eq '''' | true
                    'a' eq 'a' | true
                    'a' lt 'b' | true
                    ServiceCode eq '1001' | true
                    ServiceEdition eq 1 | true
                    ServiceEdition eq 2 | false
                    ServiceEdition ne 2 | true
                    ServiceEdition eq '1' | true
                    '1' eq ServiceEdition | true
                    ServiceEdition eq '2' | false
                    ServiceEdition eq 1.0 | true
                    ServiceEdition lt 1.5 | true
                    ServiceEdition gt 0.5 | true
                    ServiceEdition ge 1L | true
                    ServiceEdition le 1.0M | true
                    ServiceEdition gt -1 | true
                    ServiceEdition lt 3000000000 | true
                    Size eq -3000000000 | true
                    Size lt 0 | true
                    Size eq '-3000000000' | true
                    1 eq 1 | true
                    2 lt 10 | true
                    '2' lt '10' | false
                    LastChangedDateTime gt DateTime'2026-01-02' | true
                    LastChangedDateTime gt datetime'2026-01-02' | true
                    LastChangedDateTime gt DATETIME'2026-01-02' | true
                    LastChangedDateTime lt DateTime'2026-01-03' | true
                    LastChangedDateTime gt DateTime'2026-01-02T10:00:00' | true
                    LastChangedDateTime lt DateTime'2026-01-02T10:00:01' | true
                    LastChangedDateTime eq DateTime'2026-01-02T10:00:00.12' | true
                    LastChangedDateTime eq DateTime'2026-01-02T10:00:00.120' | true
                    LastChangedDateTime ne DateTime'2026-01-02T10:00:00' | true
                    LastChangedDateTime ge datetime'2026-01-02T10:00' | true
                    LastChangedDateTime eq DateTime'2026-01-02T09:00:00.12Z' | true
                    LastChangedDateTime eq DateTime'2026-01-02T10:00:00.12+01:00' | true
                    CreatedDate eq DateTime'2026-07-02' | true
                    CreatedDate eq DateTime'2026-07-01T22:00:00Z' | true
                    CreatedDate eq '2026-07-02' | true
                    CreatedDate gt '2026-07-02T00:00:01' | false
                    CreatedDate gt LastChangedDateTime | true
                    DateTime'2026-01-02' lt LastChangedDateTime | true
                    IsRead | true
                    not IsRead | false
                    IsRead eq true | true
                    IsRead eq false | false
                    IsRead ne false | true
                    true | true
                    false | false
                    true eq true | true
                    IsOpen | false
                    not IsOpen | true
                    IsOpen ne true | true
                    IsOpen eq true | false
                    Summary eq 'x' | false
                    Summary ne 'x' | true
                    Summary gt 'x' | false
                    Summary le 'x' | false
                    Rank eq 1 | false
                    Rank ne 1 | true
                    Rank lt 1 | false
                    Rank ge 1 | false
                    DueDate eq DateTime'2026-01-02' | false
                    DueDate ne DateTime'2026-01-02' | true
                    DueDate lt DateTime'2026-01-02' | false
                    DueDate gt DateTime'2026-01-02' | false
                    Summary eq Status | false
                    Summary ne Status | true
                    Summary eq null | true
                    Summary ne null | false
                    Status eq null | false
                    null ne Status | true
                    null eq null | true
                    substringof('les', Status) | true
                    substringof('Les', Status) | false
                    substringof('', Status) | true
                    substringof('x', Summary) | false
                    not substringof('x', Summary) | true
                    substringof('les', Status) eq true | true
                    true eq substringof('les', Status) | true
                    substringof('les', Status) eq false | false
                    substringof('''s', Subject) | true
                    startswith(Status, 'Ul') | true
                    startswith(Status, 'ul') | false
                    startswith(Status,'est') | false
                    endswith(Status, 'est') | true
                    endswith(Status, 'Ul') | false
                    tolower(Status) eq 'ulest' | true
                    toupper(Status) eq 'ULEST' | true
                    tolower(Subject) eq 'ola''s årsoppgjør' | true
                    tolower(Summary) eq 'x' | false
                    substringof('ÅRS', toupper(Subject)) | true
                    startswith(tolower(Status), tolower('UL')) | true
                    tolower(toupper(Status)) eq 'ulest' | true
                    IsRead and Status eq 'Ulest' | true
                    IsRead and Status eq 'Lest' | false
                    IsOpen or Status eq 'Ulest' | true
                    IsOpen or Status eq 'Lest' | false
                    true or false and false | true
                    (true or false) and false | false
                    false and true or true | true
                    false and (true or true) | false
                    not false and false | false
                    not (false and false) | true
                    not not true | true
                    not true or true | true
                    not (Status eq 'Ulest') | false
                    not Status eq 'Lest' | true
                    ((Status eq 'Ulest')) | true
                    (Status) eq ('Ulest') | true
                    (1 eq 1) eq (2 eq 2) | true
                      Status   eq   'Ulest'   | true
                    (Status eq 'Ulest')and(IsRead) | true
                    Status eq 'Ulest' and ServiceEdition eq 1 and IsRead and Size lt 0 | true
                    Status eq 'a' or Status eq 'b' or Status eq 'Ulest' | true
                    Status eq 'and' or Status eq 'eq' | false
                    """)
    void aFilterHoldsOrDoesNot(String filter, boolean holds) {
        assertThat(holds(filter)).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    Status | The filter has a value of type 'Edm.String' where one of type 'Edm.Boolean' is expected
                    1 | The filter has a value of type 'Edm.Int32' where one of type 'Edm.Boolean' is expected
                    tolower(Status) | The filter has a value of type 'Edm.String' where one of type 'Edm.Boolean' is expected
                    not Status | The filter has a value of type 'Edm.String' where one of type 'Edm.Boolean' is expected
                    IsRead and Status | The filter has a value of type 'Edm.String' where one of type 'Edm.Boolean' is expected
                    startswith(Size, '1') | The filter has a value of type 'Edm.Int32' where one of type 'Edm.String' is expected
                    X eq 'a' | Could not find property named 'X' on type 'Message'
                    status eq 'a' | Could not find property named 'status' on type 'Message'
                    STATUS eq 'a' | Could not find property named 'STATUS' on type 'Message'
                    IsRead or Økt eq 1 | Could not find property named 'Økt' on type 'Message'
                    startswith(Y, 'a') | Could not find property named 'Y' on type 'Message'
                    'a' eq Z | Could not find property named 'Z' on type 'Message'
                    not Nope | Could not find property named 'Nope' on type 'Message'
                    Status eq 1 | A binary operator with incompatible types was detected. Found operand types 'Edm.String' and 'Edm.Int32' for operator kind 'Equal'
                    ServiceEdition ne 'a' | A binary operator with incompatible types was detected. Found operand types 'Edm.Int32' and 'Edm.String' for operator kind 'NotEqual'
                    CreatedDate gt 'soon' | A binary operator with incompatible types was detected. Found operand types 'Edm.DateTime' and 'Edm.String' for operator kind 'GreaterThan'
                    IsRead ge true | A binary operator with incompatible types was detected. Found operand types 'Edm.Boolean' and 'Edm.Boolean' for operator kind 'GreaterThanOrEqual'
                    IsRead eq 'true' | A binary operator with incompatible types was detected. Found operand types 'Edm.Boolean' and 'Edm.String' for operator kind 'Equal'
                    CreatedDate lt Size | A binary operator with incompatible types was detected. Found operand types 'Edm.DateTime' and 'Edm.Int32' for operator kind 'LessThan'
                    length(Status) eq 5 | An unknown function with name 'length' was found
                    SubstringOf('a', Status) | An unknown function with name 'SubstringOf' was found
                    """)
    void whatAFilterNamesMustFitTheType(String filter, String message) {
        assertThatExceptionOfType(InvalidQuery.class)
                .isThrownBy(() -> found(filter))
                .withMessage(message);
    }

    /** The position is the one behind the word that does not fit, and the filter's end. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    Status eq | 9
                    Status eq 'Lest' xx | 19
                    Status like 'a' | 11
                    Status EQ 'a' | 9
                    Status eq 'a' AND IsRead | 17
                    Status eq 'Lest | 15
                    Status eq ' | 11
                    Status eq 'a'' | 14
                    eq 'a' | 6
                    (Status eq 'a' | 14
                    Status eq 'a') | 14
                    ) | 1
                    , | 1
                    () | 2
                    Status eq ) | 11
                    IsRead and | 10
                    IsRead or or IsRead | 19
                    not | 3
                    and IsRead | 10
                    Status = 'a' | 7
                    Status eq "a" | 10
                    Status/Name eq 'a' | 6
                    Status eq $x | 10
                    Status eq 'a' eq 'b' | 16
                    1a eq 1 | 0
                    1. eq 1 | 0
                    .5 eq 1 | 0
                    --1 eq 1 | 0
                    DateTime'2026-13-01' lt CreatedDate | 20
                    CreatedDate gt DateTime'yesterday' | 34
                    CreatedDate gt DateTime'2026-01-02 | 34
                    CreatedDate gt DateTime '2026-01-02' | 36
                    guid'a' eq 'a' | 7
                    startswith(Status) | 18
                    startswith(Status, 'a', 'b') | 23
                    startswith Status, 'a') | 17
                    startswith(Status, 'a' | 22
                    startswith(, 'a') | 12
                    tolower() eq 'a' | 9
                    """)
    void aSyntaxErrorIsToldWithItsPosition(String filter, int position) {
        assertThatExceptionOfType(InvalidQuery.class)
                .isThrownBy(() -> found(filter))
                .withMessage("Syntax error at position %d in '%s'".formatted(position, filter));
    }

    @Test
    void aFilterIsNestedTwentyLevelsDeepAtMost() {
        assertThat(holds("(".repeat(20) + "true" + ")".repeat(20))).isTrue();
        assertThat(holds("not ".repeat(20) + "true")).isTrue();
        for (String deeper :
                List.of(
                        "(".repeat(21) + "true" + ")".repeat(21),
                        "not ".repeat(21) + "true",
                        "tolower(".repeat(21) + "'a'" + ")".repeat(21) + " eq 'a'")) {
            assertThatExceptionOfType(InvalidQuery.class)
                    .isThrownBy(() -> found(deeper))
                    .withMessage("The filter is nested too deeply: the limit is 20");
        }
    }

    @Test
    void conditionsInARowAreNotDeep() {
        assertThat(holds("IsOpen or ".repeat(150) + "true")).isTrue();
        assertThat(holds("(true) and ".repeat(150) + "false")).isFalse();
    }

    @Test
    void aFilterIsTwoThousandCharactersLongAtMost() {
        String longest = "Status ne '" + "a".repeat(2_000 - 12) + "'";

        assertThat(longest).hasSize(2_000);
        assertThat(holds(longest)).isTrue();
        assertThatExceptionOfType(InvalidQuery.class)
                .isThrownBy(() -> found(longest + " "))
                .withMessage("The filter is too long: the limit is 2000 characters");
    }
}
