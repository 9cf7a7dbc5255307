package no.altinn.rest.endpoint.profile;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.rest.access.Caller;
import no.altinn.rest.contact.Contact;
import no.altinn.rest.door.DoorBed.Answer;
import no.altinn.rest.endpoint.reportee.PartiesBed;
import no.altinn.rest.reportee.Town;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

final class ContactInformationRoutesTest {
    private static final String LIST = "310000001/profile/contactinformation";
    private static final String EMAIL = "{\"Email\":\"a@b.no\"}";

    private final PartiesBed bed = new PartiesBed();

    private Answer get(Caller caller, String path) {
        return bed.as(caller).get(path).answer();
    }

    private Answer post(String body) {
        return bed.as(Town.A).post(LIST, body).answer();
    }

    @Test
    void contactInformationIsMadeShownAndDeletedWithItsPhrases() {
        Answer made = post(EMAIL);
        assertThat(made.status()).isEqualTo(204);
        assertThat(made.reason()).isEqualTo("Contact Information Created");
        assertThat(made.body()).isEmpty();
        post("{\"MobileNumber\":\"+47 99000000\"}");

        String email = "{\"Id\":1,\"Name\":\"a@b.no\",\"Email\":\"a@b.no\"}";
        assertThat(get(Town.A, LIST).body())
                .isEqualTo(
                        "["
                                + email
                                + ",{\"Id\":2,\"Name\":\"+4799000000\","
                                + "\"MobileNumber\":\"+4799000000\"}]");
        assertThat(get(Town.A, LIST + "/1").body()).isEqualTo(email);

        Answer deleted = bed.as(Town.A).delete(LIST + "/1").answer();
        assertThat(deleted.status()).isEqualTo(204);
        assertThat(deleted.reason()).isEqualTo("Contact Information Deleted");
        assertThat(get(Town.A, LIST + "/1").status()).isEqualTo(404);
        assertThat(bed.as(Town.A).delete(LIST + "/1").answer().status()).isEqualTo(404);
        assertThat(get(Town.A, LIST).body()).doesNotContain("a@b.no").contains("\"Id\":2");
    }

    @Test
    void thePersonWhoRegisteredItIsKeptAndNotOneWhoIsASystem() {
        post(EMAIL);
        bed.as(Town.SYSTEM).post("my/profile/contactinformation", EMAIL).answer();

        List<Contact> kept = bed.contacts.of("310000001");
        assertThat(kept).extracting(Contact::id).containsExactly(1, 2);
        assertThat(kept.get(0).by()).contains(new Contact.Person(20000001, 50000001));
        assertThat(kept.get(1).by()).isEmpty();
    }

    @Test
    void inHalTheListAndItsItemsLinkToThemselves() {
        post(EMAIL);

        assertThat(bed.as(Town.A).get(LIST).accepting("application/hal+json").answer().body())
                .isEqualTo(
                        """
                        {"_links":{"self":{"href":"https://rest.example/api/%1$s"}},\
                        "_embedded":{"contactinformation":[{"Id":1,"Name":"a@b.no",\
                        "Email":"a@b.no","_links":{"self":{"href":\
                        "https://rest.example/api/%1$s/1"}}}]}}"""
                                .formatted(LIST));
        assertThat(bed.as(Town.A).get(LIST).accepting("application/xml").answer().body())
                .contains(
                        "<ArrayOfContactInformation><ContactInformation><Id>1</Id>"
                                + "<Name>a@b.no</Name><Email>a@b.no</Email>"
                                + "</ContactInformation></ArrayOfContactInformation>");
    }

    @Test
    void contactInformationIsTakenAsXmlToo() {
        Answer answer =
                bed.as(Town.A)
                        .ask("POST", LIST)
                        .with("Content-Type", "application/hal+xml")
                        .sending(
                                "<resource rel=\"contactinformation\"><Email>a@b.no</Email>"
                                        + "</resource>")
                        .answer();

        assertThat(answer.status()).isEqualTo(204);
        assertThat(bed.contacts.of("310000001")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"Email\":\"\"}",
                "{\"Email\":\"a\"}",
                "{\"MobileNumber\":\"1\"}",
                "{\"Email\":\"a@b.no\",\"MobileNumber\":\"99000000\"}",
                "{\"Name\":\"a@b.no\"}"
            })
    void exactlyOneGoodAddressIsNeeded(String body) {
        Answer answer = post(body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.reason()).isNotEmpty();
        assertThat(bed.contacts.of("310000001")).isEmpty();
    }

    @Test
    void theFiftyFirstIsRefusedWithTheBound() {
        for (int i = 0; i < 50; i++) {
            assertThat(post(EMAIL).status()).isEqualTo(204);
        }

        Answer answer = post(EMAIL);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.reason())
                .isEqualTo("The organization has 50 contacts, which is the most.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "x", "1.0", "99999999999"})
    void whatIsNoIdIsNotFound(String id) {
        post(EMAIL);

        assertThat(get(Town.A, LIST + "/" + id).status()).isEqualTo(404);
        assertThat(bed.as(Town.A).delete(LIST + "/" + id).answer().status()).isEqualTo(404);
    }

    @Test
    void personsHaveNone() {
        assertThat(get(Town.A, "my/profile/contactinformation").status()).isEqualTo(404);
        assertThat(bed.as(Town.A).post("my/profile/contactinformation", EMAIL).answer().status())
                .isEqualTo(404);
    }

    @Test
    void nobodyChangesWhatBelongsToAnOrganisationOfOthers() {
        post(EMAIL);

        assertThat(get(Town.B, LIST).status()).isEqualTo(403);
        assertThat(bed.as(Town.B).post(LIST, EMAIL).answer().status()).isEqualTo(403);
        assertThat(bed.as(Town.B).delete(LIST + "/1").answer().status()).isEqualTo(403);
        assertThat(
                        bed.as(Town.A)
                                .delete("310000002/profile/contactinformation/1")
                                .answer()
                                .status())
                .isEqualTo(404);
        assertThat(bed.contacts.of("310000001")).hasSize(1);
    }
}
