package no.altinn.rest.endpoint.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.rest.catalogue.CatalogueJson;
import no.altinn.rest.catalogue.StoredCatalogue;
import no.altinn.rest.door.DoorBed;
import no.altinn.rest.door.DoorBed.Answer;
import no.altinn.rest.door.Routes;
import no.altinn.rest.record.MemoryEntryStore;
import no.altinn.rest.record.Tables;
import no.altinn.testing.json.Json;
import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetadataTest {
    private static final String HAL_JSON = "application/hal+json";
    private static final String HAL_XML = "application/hal+xml";
    private static final String JSON = "application/json";
    private static final String XML = "application/xml";
    private static final String B = "https://rest.example/api/";

    private final MutableClock clock = MutableClock.at("2026-01-02T10:00:00Z");
    private final StoredCatalogue catalogue =
            new StoredCatalogue(new MemoryEntryStore(clock).of(Tables.SERVICES), clock);
    private final DoorBed bed = DoorBed.of(CatalogueRoutes.of(catalogue).toArray(Routes[]::new));

    @BeforeEach
    void fill() {
        CatalogueJson.fill(catalogue);
    }

    private Answer get(String path, String accept) {
        return bed.get(path).without("ApiKey").accepting(accept).answer();
    }

    private String body(String path, String accept) {
        Answer answer = get(path, accept);
        assertThat(answer.status()).as(answer.reason()).isEqualTo(200);
        return answer.body();
    }

    @Test
    void theListHasEveryServiceInEveryRepresentation() {
        String letter =
                """
                {"ServiceOwnerCode":"skd","ServiceOwnerName":"Skatteetaten",\
                "ServiceName":"Et brev","ServiceCode":"2101","ServiceEditionCode":1,\
                "ValidFrom":"2020-01-01T00:00:00","ValidTo":"2099-01-01T00:00:00",\
                "ServiceType":"Correspondence"}""";

        assertThat(body("metadata", JSON))
                .startsWith("[{\"ServiceOwnerCode\":\"ttd\"")
                .contains(letter);
        assertThat(body("metadata", HAL_JSON))
                .startsWith(
                        "{\"_links\":{\"self\":{\"href\":\"%smetadata\"}},\"_embedded\":{\"metadata\":[{"
                                .formatted(B))
                .contains(
                        letter.replace(
                                "\"Correspondence\"}",
                                "\"Correspondence\",\"_links\":{\"self\":{\"href\":\"%smetadata/correspondence/2101/1\"}}}"
                                        .formatted(B)));
        assertThat(body("metadata", XML))
                .startsWith("<ArrayOfServiceMetaData><ServiceMetaData>")
                .contains(
                        "<ServiceEditionCode>1</ServiceEditionCode>",
                        "<ServiceType>Lookup</ServiceType>");
        assertThat(body("metadata", HAL_XML))
                .startsWith("<resource rel=\"metadata\" href=\"%smetadata\">".formatted(B))
                .contains(
                        "<resource rel=\"servicemetadata\" href=\"%smetadata/lookup/3001/1\">"
                                .formatted(B));
    }

    @Test
    void aFormTaskHasItsRulesFormsAndSteps() {
        String rest =
                """
                "AttachmentRules":[{"AttachmentRuleId":1,"AllowedFileTypes":".pdf,.xml",\
                "AttachmentTypeName":"Vedlegg","MinAttachmentCount":0,"MaxAttachmentCount":5,\
                "MaxFileSize":30},{"AttachmentRuleId":2,"AllowedFileTypes":".xml",\
                "AttachmentTypeName":"Liste","MinAttachmentCount":0,"MaxAttachmentCount":1,\
                "MaxFileSize":1}],"FormsMetaData":[{"FormID":1,"FormName":"Hovedskjema",\
                "DataFormatID":"5000","DataFormatVersion":40000,"FormType":"MainForm"%s},\
                {"FormID":2,"FormName":"Underskjema","DataFormatID":"5001",\
                "DataFormatVersion":40000,"FormType":"SubForm"%s}],\
                "ProcessSteps":[{"Name":"Utfylling","SequenceNumber":1,"SecurityLevel":2},\
                {"Name":"Signering","SequenceNumber":2,"SecurityLevel":3}]""";
        String schema =
                ",\"_links\":{\"schema\":{\"href\":\""
                        + B
                        + "metadata/formtask/1001/1/forms/%s/40000/xsd\"}}";

        assertThat(body("metadata/formtask/1001/1", JSON)).endsWith(rest.formatted("", "") + "}");
        assertThat(body("metadata/formtask/1001/1", HAL_JSON))
                .endsWith(
                        rest.formatted(schema.formatted("5000"), schema.formatted("5001"))
                                + ",\"_links\":{\"self\":{\"href\":\"%smetadata/formtask/1001/1\"}}}"
                                        .formatted(B));
        assertThat(body("metadata/formtask/1001/1", XML))
                .contains(
                        "<FormsMetaData><FormMetaData><FormID>1</FormID>",
                        "<AttachmentRules><AttachmentRule><AttachmentRuleId>1</AttachmentRuleId>",
                        "<ProcessSteps><ProcessStep><Name>Utfylling</Name>");
        assertThat(body("metadata/formtask/1001/1", HAL_XML))
                .contains(
                        "<FormsMetaData><resource rel=\"formmetadata\"><link rel=\"schema\" href=\"%s\"/>"
                                .formatted(B + "metadata/formtask/1001/1/forms/5000/40000/xsd"));
    }

    @Test
    void otherServicesHaveEmptyLists() {
        assertThat(body("metadata/correspondence/2101/1", JSON))
                .endsWith("\"AttachmentRules\":[],\"FormsMetaData\":[],\"ProcessSteps\":[]}");
        assertThat(body("metadata/lookup/3001/1", JSON)).contains("\"ServiceName\":\"Et oppslag\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "metadata/formtask/1001/1/forms/5000/40000/xsd",
                "metadata/formtask/1001/1/forms/5001/40000/xsd",
                "metadata/formtask/1001/1/attachmentrules/2/xsd",
                "metadata/lookup/3001/1/schemas/svar.xsd"
            })
    void aSchemaIsGivenAsItIsWhateverIsAccepted(String path) {
        for (String accept : new String[] {HAL_JSON, HAL_XML, JSON, XML}) {
            Answer answer = get(path, accept);

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Content-Type")).isEqualTo("application/xml; charset=utf-8");
            assertThat(answer.body().strip()).isEqualTo(CatalogueJson.SKJEMA);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "metadata/correspondence/1001/1",
                "metadata/formtask/1001/2",
                "metadata/formtask/1001/x",
                "metadata/formtask/1001/99999999999",
                "metadata/formtask/1001/1/forms/5000/1/xsd",
                "metadata/formtask/1001/1/forms/5009/40000/xsd",
                "metadata/formtask/1001/1/attachmentrules/1/xsd",
                "metadata/lookup/3001/1/schemas/annet.xsd",
                "metadata/codelists/ASF_Land/1",
                "metadata/codelists/ASF_Land/x",
                "metadata/roledefinitions/99",
                "metadata/rolerequirements?serviceCode=9&serviceEditionCode=1"
            })
    void whatThereIsNotIsNotFound(String path) {
        assertThat(get(path, JSON).status()).isEqualTo(404);
    }

    @Test
    void codeListsAreListedInTheLanguageElseInBokmaal() {
        assertThat(body("metadata/codelists?language=1033", JSON))
                .isEqualTo("[{\"Name\":\"ASF_Land\",\"Version\":404,\"Language\":1033}]");
        assertThat(body("metadata/codelists?language=2068", HAL_JSON))
                .isEqualTo(
                        """
                        {"_links":{"self":{"href":"%1$smetadata/codelists"}},\
                        "_embedded":{"codelists":[{"Name":"ASF_Land","Version":404,\
                        "Language":1044,"_links":{"self":{"href":\
                        "%1$smetadata/codelists/ASF_Land/404?language=1044"}}}]}}"""
                                .formatted(B));
        assertThat(body("metadata/codelists", XML))
                .startsWith("<ArrayOfCodeList><CodeList><Name>ASF_Land</Name>");
        assertThat(body("metadata/codelists", HAL_XML))
                .contains("<resource rel=\"codelist\" href=");
    }

    @Test
    void aCodeListHasItsCodes() {
        assertThat(body("metadata/codelists/ASF_Land/404", JSON))
                .isEqualTo(
                        """
                        {"Name":"ASF_Land","Version":404,"Language":1044,"Codes":[\
                        {"Code":"NORGE","Value1":"Norge","Value2":"NO","Value3":"000"},\
                        {"Code":"SVERIGE","Value1":"Sverige","Value2":"","Value3":""}]}""");
        assertThat(body("metadata/codelists/ASF_Land/404?language=en", HAL_JSON))
                .contains("\"Value1\":\"Norway\"", "ASF_Land/404?language=1033");
        assertThat(body("metadata/codelists/ASF_Land/404", XML))
                .contains("<Codes><Code><Code>NORGE</Code><Value1>Norge</Value1>");
        assertThat(body("metadata/codelists/ASF_Land/404", HAL_XML))
                .startsWith("<resource rel=\"codelist\"")
                .contains("<Codes><Code><Code>NORGE</Code>");
    }

    @Test
    void rolesAreNamedInTheLanguage() {
        assertThat(body("metadata/roledefinitions/82?language=1033", HAL_JSON))
                .startsWith(
                        """
                        {"RoleType":"External","RoleDefinitionId":82,\
                        "RoleDefinitionCode":"PRIV","RoleName":"Private person",""")
                .endsWith(
                        "\"_links\":{\"self\":{\"href\":\"%smetadata/roledefinitions/82\"}}}"
                                .formatted(B));
        assertThat(body("metadata/roledefinitions/11", JSON))
                .contains("\"RoleName\":\"Utfyller/Innsender\"");
        assertThat(body("metadata/roledefinitions/11?language=nn", XML))
                .startsWith("<RoleDefinition>")
                .contains("<RoleName>Utfyllar/Innsendar</RoleName>");
        assertThat(body("metadata/roledefinitions", JSON)).contains("REVAI", "DAGL", "HADM");
        assertThat(body("metadata/roledefinitions", HAL_JSON)).contains("\"roledefinitions\":[");
        assertThat(body("metadata/roledefinitions", XML))
                .startsWith("<ArrayOfRoleDefinition><RoleDefinition>");
        assertThat(body("metadata/roledefinitions", HAL_XML))
                .contains("<resource rel=\"roledefinition\" href=");
    }

    @Test
    void roleRequirementsAreTheRolesThatMayUseAService() {
        String path = "metadata/rolerequirements?serviceCode=1001&serviceEditionCode=1";

        assertThat(body(path, JSON))
                .isEqualTo(
                        """
                        [{"RoleDefinitionId":11,"RoleDefinitionCode":"UTINN",\
                        "LocalizedRoleName":"Utfyller/Innsender","IsDelegable":true},\
                        {"RoleDefinitionId":160,"RoleDefinitionCode":"DAGL",\
                        "LocalizedRoleName":"Daglig leder","IsDelegable":false}]""");
        assertThat(body(path, HAL_JSON))
                .contains(
                        "\"rolerequirements\":[",
                        "\"roledefinition\":{\"href\":\"%smetadata/roledefinitions/11\"}"
                                .formatted(B));
        assertThat(body(path, XML)).startsWith("<ArrayOfRoleRequirement><RoleRequirement>");
        assertThat(body(path, HAL_XML)).contains("<resource rel=\"rolerequirement\">");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    metadata/rolerequirements | The parameter 'serviceCode' is missing
                    metadata/rolerequirements?serviceCode=1 | The parameter 'serviceEditionCode' is missing
                    metadata/rolerequirements?serviceCode=1&serviceEditionCode=a | The parameter 'serviceEditionCode' must be a whole number
                    metadata?$filter=Navn%20eq%20'a' | Could not find property named 'Navn' on type 'ServiceMetaData'
                    metadata/codelists?$top=-1 | Invalid value '-1' for $top query option found. The $top query option requires a non-negative integer value
                    """)
    void aWrongQueryIsRefused(String path, String reason) {
        assertThat(get(path, JSON).status()).isEqualTo(400);
        assertThat(get(path, JSON).reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "$filter=ServiceType%20eq%20'Lookup', 3001",
        "$filter=ServiceEditionCode%20gt%200%20and%20startswith(ServiceCode%2C'21'), 2101",
        "$orderby=ServiceCode%20desc&$top=1, 3001",
        "$skip=1&$top=1, 2101"
    })
    void theListIsFilteredAndSorted(String query, String code) {
        assertThat(Json.parse(body("metadata?" + query, JSON)))
                .singleElement()
                .satisfies(
                        service ->
                                assertThat(service.path("ServiceCode").asText()).isEqualTo(code));
    }

    @Test
    void theTextsAreInTheLanguageThatIsAskedFor() {
        assertThat(body("metadata/formtask/1001/1?language=1033", JSON)).contains("A form");
        assertThat(body("metadata/formtask/1001/1", JSON)).contains("Et skjema");
        assertThat(body("metadata/formtask/1001/1?language=2068", JSON)).contains("Eit skjema");
    }

    @Test
    void answersMayBeKeptByAnybodyForFiveMinutes() {
        Answer answer = get("metadata", JSON);

        assertThat(answer.header("Cache-Control")).isEqualTo("public, max-age=300");
        assertThat(answer.header("ETag")).matches("\"[\\w-]{22}\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "metadata",
                "metadata/formtask/1001/1",
                "metadata/formtask/1001/1/forms/5000/40000/xsd",
                "metadata/codelists/ASF_Land/404",
                "metadata/roledefinitions"
            })
    void whoeverHasTheRepresentationIsToldSo(String path) {
        for (String accept : new String[] {HAL_JSON, HAL_XML, JSON, XML}) {
            String tag = get(path, accept).header("ETag");
            Answer again = bed.get(path).accepting(accept).with("If-None-Match", tag).answer();

            assertThat(again.status()).isEqualTo(304);
            assertThat(again.body()).isEmpty();
            assertThat(again.header("ETag")).isEqualTo(tag);
            assertThat(again.header("Cache-Control")).isEqualTo("public, max-age=300");
        }
        assertThat(get(path, JSON).header("ETag")).isEqualTo(get(path, JSON).header("ETag"));
    }

    @Test
    void aReplyIsWrittenOnceForEachLanguageAndRepresentation() {
        Answer first = get("metadata", JSON);

        assertThat(get("METADATA/", JSON).answered().reply().content())
                .isSameAs(first.answered().reply().content());
        assertThat(get("metadata", HAL_JSON).header("ETag")).isNotEqualTo(first.header("ETag"));
        assertThat(get("metadata?language=1033", JSON).header("ETag"))
                .isNotEqualTo(first.header("ETag"));
    }

    @Test
    void aChangedCatalogueHasAnotherTagAndAnotherBody() {
        String tag = get("metadata", JSON).header("ETag");
        String letter = CatalogueJson.LETTER.replace("Et brev", "Et nytt brev");

        assertThat(
                        bed.put("private/catalogue/2101/1", letter)
                                .with("PlatformAccessToken", "t")
                                .answer()
                                .status())
                .isEqualTo(204);

        Answer changed = bed.get("metadata").accepting(JSON).with("If-None-Match", tag).answer();
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.body()).contains("Et nytt brev");
        assertThat(changed.header("ETag")).isNotEqualTo(tag);
    }
}
