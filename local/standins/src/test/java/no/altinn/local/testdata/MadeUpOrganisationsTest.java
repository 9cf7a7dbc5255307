package no.altinn.local.testdata;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MadeUpOrganisationsTest {
    private static Organisation organisation(int index) {
        return MadeUpOrganisations.named("urn:altinn:partyid:" + (53_000_000 + index))
                .orElseThrow();
    }

    @Property
    void eachIsFoundByEveryNumberOfItsOwn(@ForAll @IntRange(max = 49_999) int index) {
        Organisation organisation = organisation(index);

        assertThat(organisation.partyId()).isEqualTo(53_000_000 + index);
        assertThat(organisation.urns())
                .allSatisfy(
                        urn -> assertThat(MadeUpOrganisations.named(urn)).contains(organisation));
        assertThat(MadeUpOrganisations.withNumber(organisation.orgNo())).contains(organisation);
    }

    @Property
    void eachHasASyntheticNumberWithARightCheckDigit(@ForAll @IntRange(max = 49_999) int index) {
        String orgNo = organisation(index).orgNo();

        assertThat(CheckDigits.organisation(orgNo.substring(0, 8))).contains(orgNo);
        assertThat(Integer.parseInt(orgNo)).isBetween(315_000_000, 319_999_999);
    }

    @Test
    void oneAtRandomIsOneOfThem() {
        Organisation any = MadeUpOrganisations.any();

        assertThat(MadeUpOrganisations.withNumber(any.orgNo())).contains(any);
    }

    @Test
    void aStrangerIsAlwaysStoodForByTheSameOrganisation() {
        assertThat(MadeUpOrganisations.standingFor("nav"))
                .isEqualTo(MadeUpOrganisations.standingFor("nav"))
                .isNotEqualTo(MadeUpOrganisations.standingFor("dibk"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "urn:altinn:partyid:52999999",
                "urn:altinn:partyid:53050000",
                "urn:altinn:organization:identifier-no:310000001",
                "urn:altinn:organization:identifier-no:315000000",
                "urn:altinn:organization:identifier-no:320000005",
                "urn:altinn:userid:53000000"
            })
    void whoIsNoneOfThemIsNotFound(String urn) {
        assertThat(MadeUpOrganisations.named(urn)).isEmpty();
    }
}
