package no.altinn.rest.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.json.Json;

/** What is put into catalogues in tests. */
public final class CatalogueJson {
    public static final String SKJEMA =
            "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'>"
                    + "<xs:element name='Skjema' type='xs:string'/></xs:schema>";

    /** A FormTask with a main form, a sub-form and attachments, one kind of which has a schema. */
    public static final String FORM =
            """
            {"ServiceOwnerCode":"ttd",
             "ServiceOwnerName":{"en":"Test Department","nb":"Testdepartementet","nn":"Testdepartementet"},
             "ServiceName":{"en":"A form","nb":"Et skjema","nn":"Eit skjema"},
             "ServiceType":"FormTask","ValidFrom":"2020-01-01T00:00:00","ValidTo":"2099-01-01",
             "AttachmentRules":[
               {"AttachmentRuleId":1,"AttachmentTypeName":"Vedlegg","AllowedFileTypes":".pdf,.xml",
                "MinAttachmentCount":0,"MaxAttachmentCount":5,"MaxFileSize":30},
               {"AttachmentRuleId":2,"AttachmentTypeName":"Liste","AllowedFileTypes":".xml",
                "MinAttachmentCount":0,"MaxAttachmentCount":1,"MaxFileSize":1,"Schema":"XSD"}],
             "FormsMetaData":[
               {"FormID":1,"FormName":"Hovedskjema","DataFormatID":"5000",
                "DataFormatVersion":40000,"FormType":"MainForm","Schema":"XSD"},
               {"FormID":2,"FormName":"Underskjema","DataFormatID":"5001",
                "DataFormatVersion":40000,"FormType":"SubForm","Schema":"XSD"}],
             "ProcessSteps":[
               {"Name":"Utfylling","SequenceNumber":1,"SecurityLevel":2},
               {"Name":"Signering","SequenceNumber":2,"SecurityLevel":3}],
             "Payment":{"Page":"https://betaling.example/side","Status":"https://betaling.example/ja"},
             "Actions":{"DAGL":["Read","Write"],"UTINN":["Read"]}}"""
                    .replace("XSD", SKJEMA);

    public static final String LETTER =
            """
            {"ServiceOwnerCode":"skd","ServiceOwnerName":"Skatteetaten","ServiceName":"Et brev",
             "ServiceType":"Correspondence","ValidFrom":"2020-01-01","ValidTo":"2099-01-01",
             "Level":1,"Actions":{"PRIV":["Read"]}}""";

    public static final String LOOKUP =
            """
            {"ServiceOwnerCode":"ttd","ServiceOwnerName":"Testdepartementet",
             "ServiceName":"Et oppslag","ServiceType":"Lookup","ValidFrom":"2020-01-01",
             "ValidTo":"2099-01-01","Level":1,"LookupSource":"https://kilde.example/oppslag",
             "Schemas":[{"Name":"svar.xsd","Schema":["XSD",""]}]}"""
                    .replace("XSD", SKJEMA);

    public static final String COUNTRIES =
            """
            {"Languages":[
              {"Language":1044,"Codes":[
                {"Code":"NORGE","Value1":"Norge","Value2":"NO","Value3":"000"},
                {"Code":"SVERIGE","Value1":"Sverige"}]},
              {"Language":1033,"Codes":[{"Code":"NORGE","Value1":"Norway"}]}]}""";

    public static final String ROLE =
            """
            {"RoleDefinitionCode":"REVAI","RoleType":"Altinn","RoleName":"Revisorrettighet",
             "RoleDescription":{"en":"Audits","nb":"Reviderer","nn":"Reviderer"},
             "IsDelegable":true}""";

    public static final ServiceKey FORM_KEY = new ServiceKey("1001", 1);
    public static final ServiceKey LETTER_KEY = new ServiceKey("2101", 1);
    public static final ServiceKey LOOKUP_KEY = new ServiceKey("3001", 1);

    private CatalogueJson() {}

    /** Puts a service of each of three types, a code list and a role. */
    public static void fill(StoredCatalogue catalogue) {
        catalogue.put(form());
        catalogue.put(CatalogueReader.service(LETTER_KEY, Json.parse(LETTER)));
        catalogue.put(CatalogueReader.service(LOOKUP_KEY, Json.parse(LOOKUP)));
        catalogue.put(CatalogueReader.codeList("ASF_Land", 404, Json.parse(COUNTRIES)));
        catalogue.put(CatalogueReader.roleDefinition(7, Json.parse(ROLE)));
    }

    static CatalogueDraft form() {
        return CatalogueReader.service(FORM_KEY, Json.parse(FORM));
    }

    /** A form with another value, or without one, at a pointer. */
    static JsonNode with(String json, String pointer, String value) {
        ObjectNode whole = (ObjectNode) Json.parse(json);
        int end = pointer.lastIndexOf('/');
        JsonNode parent = whole.at(pointer.substring(0, end));
        String name = pointer.substring(end + 1);
        if (value.isEmpty()) {
            ((ObjectNode) parent).remove(name);
        } else {
            ((ObjectNode) parent).set(name, Json.parse(value.replace('\'', '"')));
        }
        return whole;
    }
}
