package no.altinn.rest.odata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import no.altinn.rest.representation.Members;
import no.altinn.rest.representation.Resource;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Filters at the edges of OData's grammar, and those that other versions of it would take. */
class FilterSamplesTest {
    private static final Resource ONE =
            Resource.of(
                    "Message",
                    Members.builder()
                            .text("Subject", "it's 'and' (100 %), or\u00a0\t\ud83d\ude00")
                            .text("Status", "")
                            .number("Size", Long.MAX_VALUE)
                            .number("ServiceEdition", 0)
                            .text("LastChangedDateTime", "2026-03-29T03:30:00")
                            .text("CreatedDate", "2026-10-25T02:30:00")
                            .flag("IsRead", false)
                            .build());

    private static boolean holds(String filter) {
        return !ODataQuery.of(
                        Optional.of(filter), Optional.empty(), Optional.empty(), Optional.empty())
                .of(FilterTest.MESSAGE, List.of(ONE), OptionalInt.empty())
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    quotes within quotes | substringof('''and''', Subject)
                    brackets, commas and words in a text | substringof('(100 %), or', Subject)
                    a character of two halves | endswith(Subject, '😀')
                    nothing but quotes | 'it''''s' eq 'it''''s'
                    an empty text is no null | Status eq '' and Status ne null
                    every text begins with nothing | startswith(Status, '') and endswith(Status, '')
                    letters beyond ASCII in lower case | tolower('ÆØÅÉ') eq 'æøåé'
                    letters whose upper case is longer | toupper('ß') eq 'SS'
                    texts by their characters | 'Z' lt 'a' and 'a' lt 'å'
                    a function of a function | tolower(tolower(tolower('A'))) eq 'a'
                    a function of null | tolower(Summary) ne 'a'
                    functions on both sides | tolower('A') eq tolower('a')
                    a function's truth in a bracket | (startswith('ab', 'a')) and true
                    space before a bracket | startswith ('ab' , 'a')
                    no space at all | (1 eq 1)and(2 eq 2)or(false)
                    lines and tabs as space | \t1\teq\t1\t
                    not before a bracket | not(false)
                    not binds less than eq | not IsRead eq true
                    not binds more than and | not false and true
                    and binds more than or | true or true and false
                    and on the left | false and false or true
                    a bracket changes it | not (true or true and false) or true
                    comparisons of comparisons | (1 lt 2) eq (2 gt 1)
                    null on both sides of or | Summary eq null or Summary eq 'x'
                    the largest number | Size eq 9223372036854775807
                    beyond the largest number | Size lt 9223372036854775808L
                    thirty digits | Size lt 999999999999999999999999999999
                    zeros before | Size gt 0009
                    zeros behind | ServiceEdition eq 0.000000000000000000000000000000
                    minus zero | ServiceEdition eq -0
                    decimals count | 0.1 lt 0.11 and 0.10 eq 0.1
                    a number as a text with decimals | '0.0' eq ServiceEdition
                    letters of size | 1l eq 1L and 1m eq 1M and 1d eq 1D and 1f eq 1F
                    a day that begins | LastChangedDateTime ge DateTime'2026-03-29'
                    the hour that is left out | LastChangedDateTime eq DateTime'2026-03-29T01:30:00Z'
                    the hour that comes twice, first | CreatedDate eq DateTime'2026-10-25T00:30:00Z'
                    the hour that comes twice, then | CreatedDate eq DateTime'2026-10-25T01:30:00Z'
                    offset to the east | CreatedDate eq DateTime'2026-10-25T12:30:00+12:00'
                    offset to the west | CreatedDate eq DateTime'2026-10-24T12:30:00-12:00'
                    a leap day | CreatedDate gt DateTime'2024-02-29'
                    the first year | CreatedDate gt DateTime'0000-01-01'
                    the last year | CreatedDate lt DateTime'9999-12-31T23:59:59.999999999'
                    a time as a text | CreatedDate eq '2026-10-25T02:30'
                    """)
    void theseHold(String name, String filter) {
        assertThat(holds(filter)).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    nothing | \s
                    a bracket without end | ((true)
                    an end without bracket | (true))
                    an empty bracket | ()
                    two values | true true
                    two operators | 1 eq eq 1
                    an operator alone | eq
                    no operand | 1 lt
                    a chain of comparisons | 1 lt 2 lt 3
                    comparison in upper case | 1 EQ 1
                    logic in mixed case | true And true
                    a symbol for an operator | 1 == 1
                    a symbol for not | !IsRead
                    symbols for logic | IsRead && IsOpen
                    quotation marks | Status eq "a"
                    typographic quotation marks | Status eq ’a’
                    a text without end | Status eq 'it's'
                    a backslash escapes nothing | Status eq 'it\\'s'
                    a number in scientific form | Size eq 1e5
                    a number in hexadecimals | Size eq 0x10
                    a number with a plus | Size eq +1
                    a number with a comma | Size eq 1,5
                    a number of 31 digits | Size eq 1000000000000000000000000000000
                    a number with space within | Size eq - 1
                    a number without decimals | Size eq 1.
                    digits of other scripts | Size eq ١
                    infinity | Size eq INF
                    no number | Size eq NaN
                    arithmetic | Size add 1 eq 2
                    arithmetic in symbols | Size + 1 eq 2
                    a modulus | Size mod 2 eq 0
                    minus before a bracket | -(1) eq 1
                    a month of 13 | CreatedDate gt DateTime'2026-13-01'
                    a day of none | CreatedDate gt DateTime'2026-02-29'
                    hour 24 | CreatedDate gt DateTime'2026-01-01T24:00:01'
                    a leap second | CreatedDate gt DateTime'2016-12-31T23:59:60Z'
                    a date without hyphens | CreatedDate gt DateTime'20260101'
                    a year of five digits | CreatedDate gt DateTime'12026-01-01'
                    an offset of hours alone | CreatedDate gt DateTime'2026-01-01T00:00:00+01'
                    an offset out of range | CreatedDate gt DateTime'2026-01-01T00:00:00+25:00'
                    a zone's name | CreatedDate gt DateTime'2026-01-01T00:00:00[Europe/Oslo]'
                    a time with space for T | CreatedDate gt DateTime'2026-01-01 00:00:00'
                    a time without quotes | CreatedDate gt 2026-01-01T00:00:00Z
                    a time with offset of OData 2 | CreatedDate gt datetimeoffset'2026-01-01T00:00:00Z'
                    a duration | CreatedDate gt duration'P1D'
                    a binary | Status eq X'00'
                    a GUID | Status eq guid'0a1b2c3d-0000-4000-8000-000000000000'
                    contains of OData 4 | contains(Status, 'a')
                    now of OData 4 | CreatedDate lt now()
                    in of OData 4 | Status in ('a','b')
                    has of OData 4 | Status has 'a'
                    any of OData 4 | Status/any(d:d eq 'a')
                    length of OData 2 | length(Status) eq 0
                    indexof of OData 2 | indexof(Status, 'a') eq 0
                    concat of OData 2 | concat(Status, 'a') eq 'a'
                    year of OData 2 | year(CreatedDate) eq 2026
                    round of OData 2 | round(Size) eq 1
                    isof of OData 2 | isof('Edm.String')
                    cast of OData 2 | cast(Size, 'Edm.String') eq '1'
                    a path | Sender/Name eq 'a'
                    a parameter | Status eq @p
                    a system query within | true&$top=1
                    a comment | true -- a
                    a semicolon | true; true
                    too few for a function | substringof('a')
                    too many for a function | tolower('a', 'b') eq 'a'
                    a comma too many | startswith('a', 'b',)
                    a function without its bracket | startswith
                    a property as a function | Status('a')
                    a number as a function | 1('a')
                    null by itself | null
                    a time by itself | DateTime'2026-01-01'
                    null compared by size | null lt null and 'a' gt true
                    not of a text | not 'a'
                    or of a number | true or 1
                    a control character | Status eq \u0001
                    """)
    void theseAreRefused(String name, String filter) {
        assertThatExceptionOfType(InvalidQuery.class)
                .isThrownBy(() -> holds(filter == null ? " " : filter));
    }
}
