package no.altinn.rest.payment;

import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.json.Json;
import no.altinn.rest.catalogue.ServiceKey;
import no.altinn.rest.record.Entry;
import no.altinn.rest.record.EntryStore;
import no.altinn.rest.record.Tables;

import java.util.Map;

/**
 * What a build stored that knew payments by a flag of the service alone, and had no references; for
 * tests.
 */
public final class EarlierBuild {
    /** A form whose service needs a payment, or not. */
    public static final ServiceKey SERVICE = new ServiceKey("1003", 1);

    private static final String FORM_TASK =
            """
            {"ServiceOwnerCode":"ttd","ServiceOwnerName":"Testdepartementet",
             "ServiceName":"Skjema 1003","ServiceType":"FormTask",
             "ValidFrom":"2020-01-01T00:00:00","ValidTo":"2099-01-01",
             "FormsMetaData":[
               {"FormID":1,"FormName":"Hovedskjema","DataFormatID":"5000",
                "DataFormatVersion":40000,"FormType":"MainForm"SCHEMA}],
             "ProcessSteps":[{"Name":"Utfylling","SequenceNumber":1,"SecurityLevel":1}],
             "Payment":FLAG,
             "Actions":{"PRIV":["Read","Write","Sign","ArchiveRead","ArchiveDelete"]},
             "ServiceCode":"1003","ServiceEditionCode":1}""";

    private static final String SCHEMA =
            """
            ,"Schema":["<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'>",
              "<xs:element name='Skjema'><xs:complexType><xs:sequence>",
              "<xs:element name='navn' type='xs:string'/>",
              "</xs:sequence></xs:complexType></xs:element></xs:schema>"]""";

    private static final String MESSAGE_HEAD =
            """
            {"number":1,"service":"1003","edition":1,"type":"FormTask","owner":"ttd",
             "ownerName":{"en":"Test Ministry","nb":"Testdepartementet","nn":"Testdepartementet"},
             "level":1,"subject":"Skjema 1003","summary":"","sender":"A Nordmann","replies":[],
             "created":"2025-12-30T09:00:00.120Z","changed":"2025-12-30T09:00:00.120Z",
             "changedBy":"A Nordmann","state":{"status":"PAYMENT"},
             "happened":[{"id":"c9e96857-4611-4418-9c48-76fe803acabd",
               "type":"altinn.messagebox.created","subject":50000001,
               "source":"r50000001/messages/a1","time":"2025-12-30T09:00:00.120Z",
               "data":{"messageId":"a1","serviceCode":"1003","serviceEdition":1}}]}""";

    private static final String MESSAGE_BODY =
            """
            {"html":"","custom":"","lastId":1,"forms":[{"id":1,"isMain":true,"format":"5000",
             "version":40000,"name":"Hovedskjema","xml":"<Skjema><navn>Å</navn></Skjema>"}],
             "attachments":[],"signatures":[{"by":"A Nordmann","at":"2025-12-30T09:00:00.120Z",
             "level":3,"forms":[1],"attachments":[]}]}""";

    private EarlierBuild() {}

    /** Stores {@link #SERVICE}, with a flag for whether it needs a payment. */
    public static void storeService(EntryStore store, boolean needsPayment) {
        String json = FORM_TASK.replace("FLAG", Boolean.toString(needsPayment));
        store.of(Tables.SERVICES)
                .put(
                        Entry.of(
                                "ttd",
                                "service:1003:1",
                                Map.of("kind", "service"),
                                (ObjectNode) Json.parse(json.replace("SCHEMA", "")),
                                json.replace("SCHEMA", SCHEMA)));
    }

    /** Stores the form {@code a1} of person A, which waits for its payment. */
    public static void storeForm(EntryStore store) {
        store.of(Tables.MESSAGES)
                .put(
                        Entry.of(
                                "50000001",
                                "1",
                                Map.of(
                                        "state", "open",
                                        "lastChanged", "2025-12-30T09:00:00.120Z",
                                        "service", "1003/1"),
                                (ObjectNode) Json.parse(MESSAGE_HEAD),
                                MESSAGE_BODY));
    }
}
