package no.altinn.platform.orgs;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.platform.json.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class ServiceOwnerListTest {
    private static ServiceOwnerList read(String json) {
        return ServiceOwnerList.read(Json.parse(json));
    }

    @Test
    void ownersAreFoundByNumber() {
        ServiceOwnerList list =
                read(
                        "{\"orgs\":{\"skd\":{\"name\":{\"nb\":\"Skatt\"},\"orgnr\":\"974761076\"},"
                                + "\"nav\":{\"orgnr\":\"889640782\"}}}");

        assertThat(list.codeOf("974761076")).contains("skd");
        assertThat(list.codeOf("889640782")).contains("nav");
        assertThat(list.codeOf("310000001")).isEmpty();
    }

    @Test
    void allWithOneNumberAreToldInTheOrderOfTheList() {
        ServiceOwnerList list =
                read(
                        "{\"orgs\":{\"digdir\":{\"orgnr\":\"991825827\"},"
                                + "\"skd\":{\"orgnr\":\"974761076\"},"
                                + "\"ttd\":{\"orgnr\":\"991825827\"}}}");

        assertThat(list.codesOf("991825827")).containsExactly("digdir", "ttd");
        assertThat(list.codesOf("974761076")).containsExactly("skd");
        assertThat(list.codesOf("310000001")).isEmpty();
    }

    @Test
    void ofTwoWithOneNumberTheFirstInTheListCounts() {
        String digdir = "\"digdir\":{\"orgnr\":\"991825827\"}";
        String ttd = "\"ttd\":{\"orgnr\":\"991825827\"}";

        assertThat(read("{\"orgs\":{" + digdir + "," + ttd + "}}").codeOf("991825827"))
                .contains("digdir");
        assertThat(read("{\"orgs\":{" + ttd + "," + digdir + "}}").codeOf("991825827"))
                .contains("ttd");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"a\":{\"orgnr\":\"974761076\"}",
                "\"SKD\":{\"orgnr\":\"974761076\"}",
                "\"sk/d\":{\"orgnr\":\"974761076\"}",
                "\"\":{\"orgnr\":\"974761076\"}",
                "\"skd\":{\"orgnr\":\"\"}",
                "\"skd\":{\"orgnr\":\"97476107\"}",
                "\"skd\":{\"orgnr\":null}",
                "\"skd\":{}",
                "\"skd\":null",
                "\"skd\":\"974761076\""
            })
    void anEntryOfAnotherFormIsLeftOutAndHidesNoOther(String entry) {
        assertThat(read("{\"orgs\":{" + entry + ",\"nav\":{\"orgnr\":\"889640782\"}}}").codes())
                .hasSize(1)
                .containsEntry("889640782", List.of("nav"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "null", "7", "{\"orgs\":null}", "{\"orgs\":[]}"})
    void whatIsNoListHasNoOwners(String json) {
        assertThat(read(json).codes()).isEmpty();
    }
}
