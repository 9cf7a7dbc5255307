package no.altinn.local.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.local.testdata.Bundled;
import no.altinn.local.testdata.Party;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.List;

class MatterTest {
    private final List<XacmlAttribute> caller = new ArrayList<>();
    private final List<XacmlAttribute> resource = new ArrayList<>();

    private MatterTest by(String id, String value) {
        caller.add(new XacmlAttribute("urn:altinn:" + id, value, "", false));
        return this;
    }

    private MatterTest on(String id, String value) {
        resource.add(new XacmlAttribute("urn:altinn:" + id, value, "", false));
        return this;
    }

    private Matter matter() {
        return Matter.of(
                new Question(
                        List.of(
                                new XacmlCategory(XacmlCategory.SUBJECT, "", caller),
                                new XacmlCategory(XacmlCategory.RESOURCE, "", resource))),
                Bundled.parties());
    }

    @Nested
    class WhoAsks {
        private List<Integer> parties() {
            return matter().caller().parties().stream().map(Party::partyId).toList();
        }

        @ParameterizedTest
        @CsvSource({
            "userid, 20000001, 50000001",
            "partyid, 50000002, 50000002",
            "party:uuid, 00000000-0000-4000-8000-000050000001, 50000001",
            "organization:identifier-no, 310000003, 51000003",
            "organizationnumber, 310000002, 51000002",
        })
        void isAPartyByEachOfItsNames(String id, String value, int partyId) {
            by(id, value);

            assertThat(parties()).containsExactly(partyId);
        }

        @Test
        void isAnOrganisationWithItsSubUnits() {
            by("organization:identifier-no", "310000001");

            assertThat(parties()).containsExactly(51000001, 51000002);
        }

        @Test
        void isTheOrganisationThatASystemUserActsForAndNotTheVendor() {
            by("systemuser:uuid", "a1b2c3d4-0000-4000-8000-000000000001")
                    .by("organizationnumber", "310000003");

            assertThat(parties()).containsExactly(51000001, 51000002);
        }

        @Test
        void isNobodyForAnUnknownUserWhateverElseTheRequestClaims() {
            by("userid", "29999999").by("partyid", "50000001");

            assertThat(parties()).isEmpty();
        }

        @Test
        void isAServiceOwnerByItsCode() {
            by("org", "ttd");

            assertThat(matter().caller().names()).contains("org:ttd");
            assertThat(parties()).isEmpty();
        }
    }

    @Nested
    class WhatItIsAbout {
        @Test
        void isNamedByTheResourceInLowerCase() {
            assertThat(on("resource", "TTD-X").matter().resource().names())
                    .containsExactly("ttd-x");
        }

        @Test
        void isNamedByOrgAndApp() {
            assertThat(on("org", "ttd").on("app", "apps-test").matter().resource().names())
                    .containsExactly("app_ttd_apps-test");
        }

        @Test
        void isNoAppByTheOrgOfASubjectAlone() {
            assertThat(on("org", "ttd").matter().resource().names()).isEmpty();
        }

        @Test
        void mustMatchByAllOfItsNames() {
            Resource both =
                    on("resource", "app_ttd_a").on("org", "skd").on("app", "a").matter().resource();

            assertThat(both.matches(new ResourcePattern("app_ttd_*"))).isFalse();
            assertThat(both.matches(new ResourcePattern("app_*"))).isTrue();
        }

        @Test
        void withoutANameMatchesNothing() {
            assertThat(matter().resource().matches(new ResourcePattern("*"))).isFalse();
        }

        @ParameterizedTest
        @CsvSource({
            "ttd-x, ttd-x, true",
            "ttd-x, ttd-xy, false",
            "ttd-*, ttd-, true",
            "ttd-*, ttd, false",
            "ttd-*, app_ttd_a, false",
        })
        void matchesExactlyOrByItsBeginning(String pattern, String name, boolean matches) {
            assertThat(new ResourcePattern(pattern).matches(name)).isEqualTo(matches);
        }
    }

    @Nested
    class WhomItIsAbout {
        @Test
        void isTheOwnerOfTheInstance() {
            assertThat(on("instance-id", "50000001/f4").matter().subject().named())
                    .extracting(one -> one.party().orElseThrow().partyId())
                    .containsExactly(50000001);
        }

        @Test
        void isNobodyWhenNoAttributeNamesAParty() {
            Matter matter =
                    on("resource", "ttd-x")
                            .on("event-id", "50000001/f4")
                            .on("instance-id", "not/an-instance")
                            .matter();

            assertThat(matter.subject().named()).isEmpty();
            assertThat(matter.subject().isAmong(List.of())).isFalse();
        }

        @Test
        void isSomebodyElseAsSoonAsOneNameIsUnknown() {
            Matter matter =
                    by("userid", "20000001")
                            .on("partyid", "50000001")
                            .on("partyid", "59999999")
                            .matter();

            assertThat(matter.subject().isAmong(matter.caller().parties())).isFalse();
        }
    }

    @Test
    void aRequestWithoutActionAsksForNone() {
        assertThat(matter().action()).isEmpty();
    }
}
