package no.altinn.rest.endpoint.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.HashSet;
import java.util.Set;

class OldHelpTest {
    private final RestDocuments documents = RestDocuments.read();
    private final OldHelp help = new OldHelp(documents::routes);

    @ParameterizedTest
    @CsvSource({
        "GET-who-messages-messageId_language_markAsRead, Messages, getMessage",
        "GET-who-messages_language, Messages, getMessages",
        "get-WHO-Messages-trashbin_language, Messages, getTrashbin",
        "POST-who-messages_complete_sign, Messages, submitMessage",
        "GET-who-messagebox-messageId-print, Messagebox, printMessageInMessagebox",
        "GET-metadata, Metadata, getServices",
        "GET-metadata-formtask-serviceCode-serviceEditionCode, Metadata, getFormTask",
        "GET-organizations-organizationNumber, Reportees, getOrganization",
        "POST-reportees-ReporteeConversion, Reportees, convertReportee",
        "GET-reportees-ReporteeConversion, Reportees, getReportee",
        "DELETE-who-authorization-delegations-rightHolderId-roles-roleId, Authorization, withdrawRole"
    })
    void anOldIdLeadsToItsOperation(String id, String tag, String operation) {
        assertThat(help.find(id)).hasValue(new OldHelp.Place(Part.USERS, tag, operation));
    }

    @Test
    void anOldIdOfServiceOwnersLeadsIntoTheirDocument() {
        assertThat(help.find("GET-serviceowner-reportees_subject_serviceCode_serviceEdition"))
                .hasValue(
                        new OldHelp.Place(
                                Part.SERVICE_OWNERS, "ServiceOwners", "getReporteesOfSubject"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "_",
                "GET",
                "GET-",
                "PATCH-who-messages",
                "GET-my-messages",
                "GET-who-messages-messageId-nothing",
                "GET--who-messages"
            })
    void anIdOfNothingLeadsNowhere(String id) {
        assertThat(help.find(id)).isEmpty();
    }

    @Test
    void everyPlaceIsOneOfTheDocument() {
        Set<String> ids = new HashSet<>();
        documents.operations().forEach(each -> ids.add(each.id()));

        assertThat(help.find("GET-who-messages").orElseThrow().operationId()).isIn(ids);
    }
}
