package no.altinn.local.testdata;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.stream.IntStream;

class MadeUpPersonsTest {
    private static Person person(int index) {
        return MadeUpPersons.named("urn:altinn:partyid:" + (52_000_000 + index)).orElseThrow();
    }

    @Property
    void eachIsFoundByEveryNumberOfItsOwn(@ForAll @IntRange(max = 999_999) int index) {
        Person person = person(index);

        assertThat(person.partyId()).isEqualTo(52_000_000 + index);
        assertThat(person.userId()).isEqualTo(21_000_000 + index);
        assertThat(person.urns())
                .allSatisfy(urn -> assertThat(MadeUpPersons.named(urn)).contains(person));
        assertThat(MadeUpPersons.withNin(person.nin())).contains(person);
    }

    @Property
    void eachHasANumberWithRightCheckDigitsThatNoRealPersonHas(
            @ForAll @IntRange(max = 999_999) int index) {
        String nin = person(index).nin();

        assertThat(CheckDigits.person(nin.substring(0, 9))).contains(nin);
        assertThat(Integer.parseInt(nin.substring(2, 4))).isBetween(81, 92);
    }

    @Test
    void noTwoOfADayHaveTheSameNumber() {
        assertThat(IntStream.range(0, 100).mapToObj(MadeUpPersonsTest::person))
                .extracting(Person::nin)
                .doesNotHaveDuplicates();
    }

    @Test
    void oneAtRandomIsOneOfThem() {
        Person any = MadeUpPersons.any();

        assertThat(MadeUpPersons.named(any.externalUrn())).contains(any);
    }

    @Test
    void aStrangerIsAlwaysStoodForByTheSamePerson() {
        assertThat(MadeUpPersons.standingFor("22877497392"))
                .isEqualTo(MadeUpPersons.standingFor("22877497392"))
                .isNotEqualTo(MadeUpPersons.standingFor("14836599080"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "urn:altinn:userid:20999999",
                "urn:altinn:userid:22000000",
                "urn:altinn:userid:52000000",
                "urn:altinn:partyid:51999999",
                "urn:altinn:partyid:21000000",
                "urn:altinn:partyid:052000000",
                "urn:altinn:party:uuid:00000000-0000-4000-8000-000021000000",
                "urn:altinn:organization:identifier-no:52000000",
                "urn:altinn:person:identifier-no:22877497392",
                "urn:altinn:person:identifier-no:01010112345",
                "urn:altinn:person:identifier-no:31029912345",
                "urn:altinn:person:identifier-no:٢2877497392"
            })
    void whoIsNoneOfThemIsNotFound(String urn) {
        assertThat(MadeUpPersons.named(urn)).isEmpty();
    }
}
