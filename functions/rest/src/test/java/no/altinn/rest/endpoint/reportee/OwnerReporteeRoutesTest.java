package no.altinn.rest.endpoint.reportee;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.rest.door.DoorBed.Answer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OwnerReporteeRoutesTest {
    private static final String LIST = "serviceowner/reportees?ForceEIAuthentication&subject=";
    private static final String SUBJECT =
            "{\"Name\":\"Person A\",\"Type\":\"Person\",\"SocialSecurityNumber\":\"01909012345\"}";
    private static final String SUB =
            """
            {"Name":"Sub-unit","Type":"Business","OrganizationNumber":"310000002",\
            "ParentOrganizationNumber":"310000001","OrganizationForm":"BEDR","Status":"Active"}""";

    private final PartiesBed bed = new PartiesBed();

    private Answer get(String query) {
        return bed.asOwner().get(LIST + query).answer();
    }

    @Test
    void aSubjectsReporteesHaveNeitherIdsNorLinksTheSubjectFirst() {
        assertThat(get("01909012345").body())
                .startsWith("[" + SUBJECT + ",{\"Name\":\"Main unit\"")
                .endsWith(SUB + "]")
                .doesNotContain("ReporteeId");
        assertThat(
                        bed.asOwner()
                                .get(LIST + "01909012345&$top=1")
                                .accepting("application/hal+json")
                                .answer()
                                .body())
                .isEqualTo(
                        "{\"_links\":{\"self\":{\"href\":"
                                + "\"https://rest.example/api/serviceowner/reportees\"}},"
                                + "\"_embedded\":{\"reportees\":["
                                + SUBJECT
                                + "]}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"02909012346", "03909012345", "x", "310000001", "*"})
    void aSubjectWithoutProfileIsToldWithoutItsNumber(String subject) {
        Answer answer = get(subject);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.reason())
                .isEqualTo(
                        "User profile could not be found for ***. User profile is created at first"
                                + " login to the Altinn.no portal");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&roleDefinitionId=1"})
    void theSubjectIsNeeded(String query) {
        assertThat(get(query).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "&serviceEdition=1",
                "&serviceCode=1001&serviceEdition=x",
                "&roleDefinitionId=x"
            })
    void aParameterThatIsNoNumberIsRefused(String query) {
        assertThat(get("01909012345" + query).status()).isEqualTo(400);
    }

    @Test
    void theSubjectStandsFirstThoughTheServiceIsForOthersAlone() {
        bed.town.allowed.add("20000001 51000002 2001/1");

        assertThat(get("01909012345&servicecode=2001&serviceedition=1&$top=1000").body())
                .isEqualTo("[" + SUBJECT + "," + SUB + "]");
        assertThat(get("01909012345&serviceCode=2002&serviceEdition=1").body())
                .isEqualTo("[" + SUBJECT + "]");
    }

    @Test
    void thoseAreShownForWhomTheSubjectHasARole() {
        bed.town.allowed.add("20000001 51000002 UTINN");

        assertThat(get("01909012345&roleDefinitionId=11").body())
                .isEqualTo("[" + SUBJECT + "," + SUB + "]");
        assertThat(get("01909012345&roleDefinitionId=195").body()).isEqualTo("[" + SUBJECT + "]");
        assertThat(get("01909012345&roleDefinitionId=7").body()).isEqualTo("[" + SUBJECT + "]");
        assertThat(get("01909012345&roleDefinitionId=11&serviceCode=2001&serviceEdition=1").body())
                .isEqualTo("[" + SUBJECT + "]");
    }

    @Test
    void theListIsFilteredAsClientsDo() {
        assertThat(get("01909012345&$filter=Type+ne+'Person'&$skip=1").body())
                .isEqualTo("[" + SUB + "]");
    }
}
