package no.altinn.rest.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.platform.json.Json;
import no.altinn.rest.language.Language;
import no.altinn.rest.language.Text;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

class CatalogueReaderTest {
    private static PublishedService service(String json) {
        return (PublishedService)
                CatalogueReader.service(CatalogueJson.FORM_KEY, Json.parse(json)).item();
    }

    @Test
    void aFormTaskIsReadWithAllItsParts() {
        PublishedService published = service(CatalogueJson.FORM);
        Service form = published.service();

        assertThat(form.key()).hasToString("1001/1");
        assertThat(form.name()).isEqualTo(new Text("A form", "Et skjema", "Eit skjema"));
        assertThat(form.validFrom()).isEqualTo(Instant.parse("2019-12-31T23:00:00Z"));
        assertThat(form.level()).as("the highest of the steps").isEqualTo(3);
        assertThat(form.needsPayment()).isTrue();
        assertThat(form.payment())
                .contains(
                        new Payment.At(
                                URI.create("https://betaling.example/side"),
                                URI.create("https://betaling.example/ja")));
        assertThat(form.attachmentRules().get(0))
                .isEqualTo(
                        new Service.AttachmentRule(
                                "1", "Vedlegg", List.of(".pdf", ".xml"), 0, 5, 30));
        assertThat(form.forms().get(1))
                .isEqualTo(
                        new Service.FormType(
                                "2", "Underskjema", "5001", 40000, false, CatalogueJson.SKJEMA));
        assertThat(form.actions())
                .isEqualTo(
                        Map.of(
                                "DAGL", Set.of(Action.READ, Action.WRITE),
                                "UTINN", Set.of(Action.READ)));
        assertThat(published.attachmentSchemas()).isEqualTo(Map.of("2", CatalogueJson.SKJEMA));
    }

    @Test
    void aLookupHasASourceAndSchemasWhoseLinesMayStandInAList() {
        PublishedService published = service(CatalogueJson.LOOKUP);

        assertThat(published.service().lookupSource())
                .contains(URI.create("https://kilde.example/oppslag"));
        assertThat(published.schemas()).isEqualTo(Map.of("svar.xsd", CatalogueJson.SKJEMA + "\n"));
        assertThat(published.service().name()).isEqualTo(Text.same("Et oppslag"));
    }

    @Test
    void aCodeListIsGivenInTheLanguageElseInBokmaal() {
        CodeListVersion list =
                (CodeListVersion)
                        CatalogueReader.codeList(
                                        "ASF_Land", 404, Json.parse(CatalogueJson.COUNTRIES))
                                .item();

        assertThat(list.in(Language.ENGLISH).codes())
                .containsExactly(new CodeList.Code("NORGE", "Norway", "", ""));
        assertThat(list.in(Language.NYNORSK).language()).isEqualTo(Language.BOKMAAL);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
            /ServiceName | | ServiceName: is missing; it must be a text of 1 to 500 characters
            /ServiceName | {'en':'a','nb':'b'} | ServiceName.nn: is missing
            /ServiceName | {'en':'a','nb':'b','nn':'c','sv':'d'} | ServiceName.sv: there is no such member, but en, nb, nn
            /ServiceName | 1 | ServiceName: must be a text, or an object with en, nb and nn
            /ServiceOwnerCode | 'T T' | ServiceOwnerCode: must be 2 to 20 small letters
            /ServiceType | 'Skjema' | ServiceType: must be one of FormTask, Correspondence, Lookup, Broker
            /ValidFrom | 'i dag' | ValidFrom: must be a time such as 2026-01-02T10:00:00
            /ValidTo | '2019-01-01' | ValidTo: must be after ValidFrom
            /Level | 1 | Level: is told by the ProcessSteps of a FormTask
            /LookupSource | 'https://a.no' | LookupSource: is for a Lookup alone
            /Navn | 'a' | Navn: there is no such member, but Actions, AttachmentRules
            /Payment | true | Payment: must be an object with Page and Status, or left out where nothing is paid
            /Payment | false | Payment: must be an object with Page and Status, or left out where nothing is paid
            /Payment | 1 | Payment: must be an object
            /Payment/Page | | Payment.Page: is missing; it must be where people pay
            /Payment/Status | | Payment.Status: is missing; it must be where is asked whether they have paid
            /Payment/Page | 'javascript:pay()' | Payment.Page: must be an absolute address of http or https
            /Payment/Status | 1 | Payment.Status: must be an absolute address of http or https
            /Payment/Price | 1 | Payment.Price: there is no such member, but Page, Status
            /ServiceCode | '1002' | ServiceCode: must be "1001", as in the address
            /ServiceEditionCode | 2 | ServiceEditionCode: must be 1, as in the address
            /FormsMetaData | [] | FormsMetaData: must have a MainForm
            /FormsMetaData | {} | FormsMetaData: must be a list of at most 50 objects
            /FormsMetaData/0/FormID | 'a' | FormsMetaData[0].FormID: must be a whole number from 1 to
            /FormsMetaData/1/FormID | 1 | FormsMetaData: must not have the same FormID twice
            /FormsMetaData/1/DataFormatID | '5000' | must not have the same DataFormatID and DataFormatVersion twice
            /FormsMetaData/0/DataFormatID | '../5' | FormsMetaData[0].DataFormatID: must be a text of 1 to 50 letters
            /FormsMetaData/0/DataFormatVersion | 1.5 | FormsMetaData[0].DataFormatVersion: must be a whole number
            /FormsMetaData/0/FormType | 'Main' | FormsMetaData[0].FormType: must be one of MainForm, SubForm
            /FormsMetaData/0/Schema | | FormsMetaData[0].Schema: is missing; it must be an XSD
            /FormsMetaData/0/Schema | 'x' | FormsMetaData[0].Schema: must be an XSD, without a DTD and without other documents: line 1
            /FormsMetaData/0/Schema | [1] | FormsMetaData[0].Schema: must be an XSD's text, or a list of its lines
            /AttachmentRules/0/AllowedFileTypes | 'pdf' | AttachmentRules[0].AllowedFileTypes: must be endings in small letters
            /AttachmentRules/0/MinAttachmentCount | 6 | AttachmentRules[0].MinAttachmentCount: must not be over MaxAttachmentCount
            /AttachmentRules/0/MaxFileSize | 201 | AttachmentRules[0].MaxFileSize: must be a whole number from 1 to 200
            /AttachmentRules/1/AttachmentRuleId | 1 | AttachmentRules: must not have the same AttachmentRuleId twice
            /AttachmentRules/1/AttachmentTypeName | 'Vedlegg' | must not have the same AttachmentTypeName twice
            /AttachmentRules/1/Navn | 1 | AttachmentRules[1].Navn: there is no such member
            /ProcessSteps | | ProcessSteps: must have a step, which tells the level
            /ProcessSteps/0/SecurityLevel | 5 | ProcessSteps[0].SecurityLevel: must be a whole number from 0 to 4
            /ProcessSteps/0/SequenceNumber | 2 | ProcessSteps: must not have the same SequenceNumber twice
            /Actions/DAGL | ['Lese'] | Actions.DAGL: must be a list of Read, Write, Sign, ArchiveRead, ArchiveDelete
            /Actions/dagl | ['Read'] | Actions.dagl: must be a role's code, such as DAGL
            /Actions | [] | Actions: must be an object
            """)
    void aFaultInAServiceIsNamedWithItsPlace(String pointer, String value, String fault) {
        JsonNode json = CatalogueJson.with(CatalogueJson.FORM, pointer, value == null ? "" : value);

        assertThatThrownBy(() -> CatalogueReader.service(CatalogueJson.FORM_KEY, json))
                .isInstanceOf(InvalidCatalogue.class)
                .hasMessageContaining(fault);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
            /Level | | Level: is missing; it must be a whole number from 0 to 4
            /LookupSource | | LookupSource: is missing
            /LookupSource | 'ftp://a.no/' | LookupSource: must be an absolute address of http or https
            /LookupSource | 'https://a:b@c.no/' | LookupSource: must be an absolute address of http or https: a host, no user or password, no fragment, 2000 characters at most
            /LookupSource | 'https://c.no/#a' | no fragment
            /LookupSource | 'https:///a' | a host
            /FormsMetaData | [] | FormsMetaData: is for a FormTask alone
            /Payment | true | Payment: is for a FormTask alone
            /Schemas/0/Name | '../x' | Schemas[0].Name: must be 1 to 100 letters
            """)
    void aFaultInALookupIsNamedWithItsPlace(String pointer, String value, String fault) {
        JsonNode json =
                CatalogueJson.with(CatalogueJson.LOOKUP, pointer, value == null ? "" : value);

        assertThatThrownBy(() -> CatalogueReader.service(CatalogueJson.LOOKUP_KEY, json))
                .isInstanceOf(InvalidCatalogue.class)
                .hasMessageContaining(fault);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
            {} | Languages: must have a language
            {'Languages':[{'Language':1050,'Codes':[]}]} | Languages[0].Language: must be 1033, 1044 or 2068
            {'Languages':[{'Language':1044},{'Language':1044}]} | Languages: must not have the same Language twice
            {'Languages':[{'Language':1044,'Codes':[{'Value1':'a'}]}]} | Languages[0].Codes[0].Code: is missing
            {'Languages':[{'Language':1044,'Codes':[{'Code':'a'},{'Code':'a'}]}]} | Languages[0].Codes[1].Code: must not stand twice
            {'Languages':[{'Language':1044,'Codes':[{'Code':'a','Value4':'b'}]}]} | Languages[0].Codes[0].Value4: there is no such member
            """)
    void aFaultInACodeListIsNamedWithItsPlace(String json, String fault) {
        JsonNode read = Json.parse(json.replace('\'', '"'));

        assertThatThrownBy(() -> CatalogueReader.codeList("ASF_Land", 1, read))
                .isInstanceOf(InvalidCatalogue.class)
                .hasMessageContaining(fault);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
            /RoleType | 'Local' | RoleType: must be one of External, Altinn
            /RoleType | 'External' | IsDelegable: must be false: an External role is given by a register
            /RoleDefinitionCode | 'revai' | RoleDefinitionCode: must be 2 to 20 capital letters and digits
            /RoleDescription/nn | | RoleDescription.nn: is missing
            /RoleDefinitionId | 8 | RoleDefinitionId: must be 7, as in the address
            """)
    void aFaultInARoleIsNamedWithItsPlace(String pointer, String value, String fault) {
        JsonNode json = CatalogueJson.with(CatalogueJson.ROLE, pointer, value == null ? "" : value);

        assertThatThrownBy(() -> CatalogueReader.roleDefinition(7, json))
                .isInstanceOf(InvalidCatalogue.class)
                .hasMessageContaining(fault);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
            <!DOCTYPE a [<!ENTITY b 'c'>]><xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'/> | DOCTYPE is disallowed
            <xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'><xs:include schemaLocation='file:///etc/passwd'/></xs:schema> | access is not allowed
            <xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'><xs:element name='a'><xs:complexType><xs:sequence><xs:element name='b' minOccurs='0' maxOccurs='6000'/><xs:element name='c'/></xs:sequence></xs:complexType></xs:element></xs:schema> | a complex type to contain more than 5
            <xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'><xs:element name='a' type='b'/></xs:schema> | Cannot resolve the name 'b'
            """)
    void aSchemaThatFetchesOrGrowsIsNoSchema(String xsd, String fault) {
        JsonNode json =
                CatalogueJson.with(
                        CatalogueJson.FORM,
                        "/FormsMetaData/0/Schema",
                        Json.string(xsd.replace('\'', '"')));

        assertThat(XsdCheck.fault(xsd).orElseThrow()).contains(fault);
        assertThatThrownBy(() -> CatalogueReader.service(CatalogueJson.FORM_KEY, json))
                .isInstanceOf(InvalidCatalogue.class)
                .hasMessageContaining("FormsMetaData[0].Schema: must be an XSD");
    }

    @Test
    void allFaultsAreToldTogetherTheFirstTenInTheMessage() {
        assertThatThrownBy(
                        () -> CatalogueReader.service(new ServiceKey("a b", 0), Json.parse("{}")))
                .isInstanceOfSatisfying(
                        InvalidCatalogue.class,
                        e -> {
                            assertThat(e.faults()).hasSizeGreaterThan(5);
                            assertThat(e)
                                    .hasMessageContaining("ServiceCode: must be 1 to 10 letters")
                                    .hasMessageContaining("ServiceEditionCode: must be")
                                    .hasMessageContaining("ServiceOwnerCode: is missing");
                        });
        String many = "{\"a\":1,\"b\":1,\"c\":1,\"d\":1,\"e\":1,\"f\":1,\"g\":1}";
        assertThatThrownBy(() -> CatalogueReader.service(CatalogueJson.FORM_KEY, Json.parse(many)))
                .hasMessageContaining("; and ")
                .hasMessageEndingWith(" more");
    }

    @Test
    void aBodyThatIsNoObjectIsRefused() {
        assertThatThrownBy(() -> CatalogueReader.roleDefinition(7, Json.parse("[]")))
                .hasMessage("The body must be a JSON object");
    }

    @Test
    void aFileNamesTheListAndThePlaceInIt() {
        String file =
                """
                {"Services":[{"ServiceCode":"1001"}],"CodeLists":[],"Roles":[],
                 "RoleDefinitions":[%1$s,%1$s]}"""
                        .formatted(
                                CatalogueJson.with(CatalogueJson.ROLE, "/RoleDefinitionId", "7"));

        assertThatThrownBy(() -> CatalogueReader.file(Json.parse(file)))
                .isInstanceOfSatisfying(
                        InvalidCatalogue.class,
                        e ->
                                assertThat(e.faults())
                                        .extracting(Fault::toString)
                                        .contains(
                                                "RoleDefinitions[1]: must not stand twice",
                                                "Roles: there is no such member, but CodeLists,"
                                                        + " RoleDefinitions, Services")
                                        .anyMatch(
                                                fault ->
                                                        fault.startsWith(
                                                                "Services[0].ServiceName: is"
                                                                        + " missing")));
    }

    @Test
    void theRolesThatTheAppComesWithAreNamedInThreeLanguages() {
        assertThat(BuiltInRoles.read())
                .extracting(RoleDefinition::code)
                .containsExactlyInAnyOrder(
                        "PRIV", "DAGL", "LOPER", "ADMAI", "REGNA", "SISKD", "UTINN", "PASIG",
                        "A0282", "HADM");
        assertThat(BuiltInRoles.read())
                .filteredOn(role -> role.code().equals("UTINN"))
                .singleElement()
                .satisfies(
                        role -> {
                            assertThat(role.id()).isEqualTo(11);
                            assertThat(role.name())
                                    .isEqualTo(
                                            new Text(
                                                    "Reporter/sender",
                                                    "Utfyller/Innsender",
                                                    "Utfyllar/Innsendar"));
                        });
    }
}
