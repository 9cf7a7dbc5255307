package no.altinn.rest.endpoint.reportee;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.rest.access.Caller;
import no.altinn.rest.door.DoorBed.Answer;
import no.altinn.rest.reportee.Town;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

final class ReporteeRoutesTest {
    private static final String A_ITSELF =
            """
            {"ReporteeId":"r50000001","Name":"Person A","Type":"Person",\
            "SocialSecurityNumber":"01909012345"}""";
    private static final String MAIN =
            """
            {"ReporteeId":"r51000001","Name":"Main unit","Type":"Enterprise",\
            "OrganizationNumber":"310000001","OrganizationForm":"AS","Status":"Active"}""";
    private static final String SUB =
            """
            {"ReporteeId":"r51000002","Name":"Sub-unit","Type":"Business",\
            "OrganizationNumber":"310000002","ParentOrganizationNumber":"310000001",\
            "OrganizationForm":"BEDR","Status":"Active"}""";

    private final PartiesBed bed = new PartiesBed();

    private Answer get(Caller caller, String path) {
        return bed.as(caller).get(path).answer();
    }

    static List<String> ids(String body) {
        Matcher matcher = Pattern.compile("r[0-9]{8}(?=\")").matcher(body);
        List<String> ids = new ArrayList<>();
        while (matcher.find()) {
            ids.add(matcher.group());
        }
        return ids;
    }

    @Test
    void reporteesHaveTheContractsMembersAndNoOthersOneselfFirst() {
        assertThat(get(Town.A, "reportees").body())
                .isEqualTo("[" + A_ITSELF + "," + MAIN + "," + SUB + "]");
    }

    @Test
    void oneReporteeIsShownByItsId() {
        assertThat(get(Town.A, "reportees/r51000002").body()).isEqualTo(SUB);
        assertThat(get(Town.A, "REPORTEES/R51000002").body()).isEqualTo(SUB);
    }

    @ParameterizedTest
    @ValueSource(strings = {"r51000003", "r51000004", "r1", "51000002", "r", "r-1", "r99999999999"})
    void whomTheUserDoesNotActForIsNotFound(String id) {
        assertThat(get(Town.A, "reportees/" + id).status()).isEqualTo(404);
    }

    @Test
    void inHalEachReporteeLinksToItselfAndToItsMessages() {
        String body =
                bed.as(Town.A)
                        .get("reportees?$top=1&$skip=1")
                        .accepting("application/hal+json")
                        .answer()
                        .body();

        assertThat(body)
                .isEqualTo(
                        """
                        {"_links":{"self":{"href":"https://rest.example/api/reportees"},\
                        "find":{"href":"https://rest.example/api/reportees/{ReporteeId}",\
                        "isTemplated":true}},"_embedded":{"reportees":[%s,"_links":{\
                        "self":{"href":"https://rest.example/api/reportees/r51000001"},\
                        "messages":{"href":"https://rest.example/api/r51000001/messages"}}}]}}"""
                                .formatted(MAIN.substring(0, MAIN.length() - 1)));
    }

    @Test
    void inXmlAReporteeIsAnElementOfAnArray() {
        assertThat(bed.as(Town.B).get("reportees").accepting("application/xml").answer().body())
                .contains(
                        "<ArrayOfReportee><Reportee><ReporteeId>r50000002</ReporteeId>"
                                + "<Name>Bo Lang Nordmann</Name><Type>Person</Type>"
                                + "<SocialSecurityNumber>02909012346</SocialSecurityNumber>"
                                + "</Reportee></ArrayOfReportee>");
        assertThat(bed.as(Town.B).get("reportees").accepting("application/hal+xml").answer().body())
                .contains(
                        "<resource rel=\"reportees\" href=\"https://rest.example/api/reportees\">"
                                + "<resource rel=\"reportee\""
                                + " href=\"https://rest.example/api/reportees/r50000002\">")
                .contains("<ReporteeId>r50000002</ReporteeId>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$filter=Type+ne+'Person'+and+Status+eq+'Active'&%24top=500|r51000001,r51000002",
                "$filter=Type+ne+'Person'|r51000001,r51000002",
                "$filter=ParentOrganizationNumber+eq+'310000001'|r51000002",
                "$filter=startswith(Name,'Sub')|r51000002",
                "$orderby=Name+desc|r51000002,r50000001,r51000001",
                "$skip=3|",
            })
    void listsAreFilteredAsClientsDo(String query, String ids) {
        assertThat(String.join(",", ids(get(Town.A, "reportees?" + query).body())))
                .isEqualTo(ids == null ? "" : ids);
    }

    @Test
    void aMemberThatReporteesDoNotHaveIsNamed() {
        Answer answer = get(Town.A, "reportees?$filter=Age+eq+'7'");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.reason())
                .isEqualTo("Could not find property named 'Age' on type 'Reportee'");
    }

    @Test
    void aPageHasFiftyUnlessTheCallerAsksForMore() {
        Set<Integer> given = new HashSet<>();
        bed.town.made(60).forEach(unit -> given.add(unit.partyId()));
        bed.town.given.put(20000001, given);

        assertThat(ids(get(Town.A, "reportees").body())).hasSize(50);
        assertThat(ids(get(Town.A, "reportees?$skip=50").body())).hasSize(13);
        assertThat(ids(get(Town.A, "reportees?$top=500").body())).hasSize(63);
        assertThat(get(Town.A, "reportees?$skip=63").body()).isEqualTo("[]");
    }

    @Test
    void ofAServiceOnlyThoseReporteesAreShownThatAnythingIsAllowedFor() {
        bed.town.allowed.add("20000001 51000002 1001/1");

        assertThat(ids(get(Town.A, "reportees?serviceCode=1001&serviceEdition=1").body()))
                .containsExactly("r51000002");
        assertThat(ids(get(Town.A, "reportees?SERVICECODE=1001&serviceedition=1").body()))
                .containsExactly("r51000002");
        assertThat(ids(get(Town.A, "reportees?serviceCode=1001").body()))
                .containsExactly("r51000002");
        assertThat(get(Town.A, "reportees?serviceCode=1001&serviceEdition=2").body())
                .isEqualTo("[]");
        assertThat(get(Town.A, "reportees?serviceCode=9999").body()).isEqualTo("[]");
        assertThat(ids(get(Town.A, "reportees?serviceCode=&serviceEdition=").body())).hasSize(3);
        assertThat(get(Town.B, "reportees?serviceCode=1001&serviceEdition=1").body())
                .isEqualTo("[]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"serviceEdition=1", "serviceCode=1001&serviceEdition=x"})
    void aServiceThatIsNotNamedRightIsRefused(String query) {
        assertThat(get(Town.A, "reportees?" + query).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"SocialSecurityNumber\":\"01909012345\",\"LastName\":\"a\"}|r50000001",
                "{\"OrganizationNumber\":\"310000002\",\"OrganizationName\":\"sub-unit\"}|r51000002",
                "{\"OrganizationNumber\":310000001,\"OrganizationName\":\"Main unit\"}|r51000001",
            })
    void aReporteeIsFoundByNumberAndName(String body, String id) {
        Answer answer = bed.as(Town.A).post("reportees/ReporteeConversion", body).answer();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(ids(answer.body())).containsExactly(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"SocialSecurityNumber\":\"01909012345\",\"LastName\":\"B\"}",
                "{\"SocialSecurityNumber\":\"02909012346\",\"LastName\":\"Nordmann\"}",
                "{\"SocialSecurityNumber\":\"x\",\"LastName\":\"A\"}",
                "{\"OrganizationNumber\":\"310000003\",\"OrganizationName\":\"Another organisation\"}",
                "{\"OrganizationNumber\":\"310000001\",\"OrganizationName\":\"Sub-unit\"}"
            })
    void anotherNameAnotherPartyAndNobodyAreNotFoundAlike(String body) {
        assertThat(bed.as(Town.A).post("reportees/ReporteeConversion", body).answer().status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"SocialSecurityNumber\":\"01909012345\"}",
                "{\"OrganizationNumber\":\"310000001\"}",
                "{\"SocialSecurityNumber\":\"01909012345\",\"LastName\":\"A\",\"OrganizationNumber\":\"310000001\",\"OrganizationName\":\"Main unit\"}"
            })
    void aConversionNeedsOneNumberAndOneName(String body) {
        assertThat(bed.as(Town.A).post("reportees/ReporteeConversion", body).answer().status())
                .isEqualTo(400);
    }

    @Test
    void organisationsAreTheReporteesThatAreNoPersons() {
        assertThat(get(Town.A, "organizations").body())
                .isEqualTo(
                        """
                        [{"Name":"Main unit","OrganizationNumber":"310000001","Type":"AS"},\
                        {"Name":"Sub-unit","OrganizationNumber":"310000002","Type":"BEDR"}]""");
        assertThat(get(Town.A, "organizations?$filter=Type+eq+'BEDR'").body())
                .contains("310000002")
                .doesNotContain("310000001");
        assertThat(get(Town.B, "organizations").body()).isEqualTo("[]");
    }

    @Test
    void oneOrganisationIsShownByItsNumberToThoseWhoActForIt() {
        assertThat(
                        bed.as(Town.A)
                                .get("organizations/310000002")
                                .accepting("application/hal+json")
                                .answer()
                                .body())
                .isEqualTo(
                        """
                        {"Name":"Sub-unit","OrganizationNumber":"310000002","Type":"BEDR","_links":\
                        {"self":{"href":"https://rest.example/api/organizations/310000002"}}}""");
        for (String number : List.of("310000003", "310000009", "r51000001", "1")) {
            assertThat(get(Town.A, "organizations/" + number).status()).isEqualTo(404);
        }
        assertThat(get(Town.B, "organizations/310000002").status()).isEqualTo(404);
    }
}
