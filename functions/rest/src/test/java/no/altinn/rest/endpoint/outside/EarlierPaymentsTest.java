package no.altinn.rest.endpoint.outside;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.platform.http.QueryParameters;
import no.altinn.platform.json.Json;
import no.altinn.rest.app.MessageBox;
import no.altinn.rest.app.OutsideParts;
import no.altinn.rest.application.Application;
import no.altinn.rest.catalogue.CatalogueReader;
import no.altinn.rest.catalogue.StoredCatalogue;
import no.altinn.rest.door.Category;
import no.altinn.rest.door.DoorBed;
import no.altinn.rest.door.Routes;
import no.altinn.rest.message.BoxBed;
import no.altinn.rest.message.Message;
import no.altinn.rest.message.MessageId;
import no.altinn.rest.message.State;
import no.altinn.rest.message.Status;
import no.altinn.rest.payment.EarlierBuild;
import no.altinn.rest.record.Tables;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/** Services and forms that were stored before services named where they are paid for. */
class EarlierPaymentsTest {
    private static final String LINK = OutsideBed.API + "payment/my/a%d?application=a";
    private static final String WITH_ADDRESSES =
            """
            {"ServiceOwnerCode":"ttd","ServiceOwnerName":"Testdepartementet",
             "ServiceName":"Skjema 1003","ServiceType":"FormTask",
             "ValidFrom":"2020-01-01","ValidTo":"2099-01-01",
             "FormsMetaData":[
               {"FormID":1,"FormName":"Hovedskjema","DataFormatID":"5000","DataFormatVersion":40000,
                "FormType":"MainForm",
                "Schema":"<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'/>"}],
             "ProcessSteps":[{"Name":"Utfylling","SequenceNumber":1,"SecurityLevel":1}],
             "Payment":{"Page":"https://betaling.example/side","Status":"https://betaling.example/ja"},
             "Actions":{"PRIV":["Read"]}}""";

    private final BoxBed box = new BoxBed();
    private final StoredCatalogue catalogue =
            new StoredCatalogue(box.store.of(Tables.SERVICES), box.clock);
    private final Set<String> paid = ConcurrentHashMap.newKeySet();
    private final Set<String> asked = ConcurrentHashMap.newKeySet();
    private final DoorBed door = door();

    private DoorBed door() {
        List<Routes> routes =
                new ArrayList<>(
                        new MessageBox(
                                        new MessageBox.Needs(
                                                box.store,
                                                box.memory,
                                                box.memory,
                                                box.permissions,
                                                catalogue,
                                                box.reportees,
                                                () -> 2,
                                                box.clock))
                                .routes());
        routes.addAll(
                new OutsideParts(
                                new OutsideParts.Ground(
                                        box.messages,
                                        box.permissions,
                                        catalogue,
                                        box.reportees,
                                        EarlierPaymentsTest::application),
                                new OutsideParts.Services(
                                        address -> {
                                            throw new AssertionError("No source is asked");
                                        },
                                        this::isPaid),
                                box.clock)
                        .routes());
        return DoorBed.of(routes.toArray(Routes[]::new)).with(box.reportees).calledBy(DoorBed.A);
    }

    private static Optional<Application> application(String id) {
        return Optional.of(
                new Application(id, "All", "991825827", Set.of(DoorBed.ORIGIN), Category.grants()));
    }

    private boolean isPaid(URI status, String reference) {
        asked.add(reference);
        return paid.contains(reference);
    }

    @BeforeEach
    void storeAForm() {
        EarlierBuild.storeForm(box.store);
    }

    private DoorBed.Answer send() {
        return door.post("my/messages", BoxBed.form("1003", OutsideBed.XML)).answer();
    }

    private DoorBed.Answer visit(String address) {
        return OutsideBed.browser(door, address).answer();
    }

    private DoorBed.Answer follow(int number) {
        return visit(LINK.formatted(number));
    }

    private QueryParameters opened(int number) {
        DoorBed.Answer answer = follow(number);
        assertThat(answer.status()).as(answer.reason()).isEqualTo(302);
        assertThat(answer.header("Location")).startsWith("https://betaling.example/side?");
        return QueryParameters.parse(URI.create(answer.header("Location")).getRawQuery());
    }

    private Message message(int number) {
        return box.messages
                .find(DoorBed.PERSON.partyId(), new MessageId(false, number))
                .orElseThrow();
    }

    private void enterAddresses() {
        catalogue.put(CatalogueReader.service(EarlierBuild.SERVICE, Json.parse(WITH_ADDRESSES)));
    }

    @Test
    void aFormWhoseServiceNeedsAPaymentStillWaitsForIt() {
        EarlierBuild.storeService(box.store, true);

        assertThat(send().header("Location")).endsWith("/my/messages/a2");
        assertThat(message(2).state().status()).isEqualTo(Status.PAYMENT);
    }

    @Test
    void aFormWhoseServiceNeedsNoPaymentIsArchivedAtOnce() {
        EarlierBuild.storeService(box.store, false);

        assertThat(send().header("Location")).endsWith("/my/messages/b2");
        assertThat(follow(1).reason()).isEqualTo("The service takes no payment now");
    }

    @Test
    void theLinkSaysWhatTheOwnerMustDoAndWorksOnceItIsDone() {
        EarlierBuild.storeService(box.store, true);
        send();

        for (int number : List.of(1, 2)) {
            assertThat(follow(number).status()).isEqualTo(403);
            assertThat(follow(number).reason())
                    .isEqualTo(
                            "It is not known where the form is paid for; the service's owner must"
                                    + " enter the addresses Page and Status of Payment in the"
                                    + " catalogue");
        }
        assertThat(visit(LINK.formatted(2).replace("?", "/return?reference=x&")).status())
                .isEqualTo(403);
        assertThat(asked).isEmpty();

        enterAddresses();

        assertThat(opened(1).first("reference")).isPresent();
        assertThat(opened(2).first("reference")).isEqualTo(message(2).paymentAwaited());
    }

    @Test
    void theFirstVisitGivesTheFormItsReferenceForGood() {
        enterAddresses();
        Message before = message(1);
        assertThat(before.state()).isEqualTo(new State.Paying(Optional.empty()));

        String reference = opened(1).first("reference").orElseThrow();

        assertThat(reference).hasSizeGreaterThan(30);
        assertThat(message(1))
                .as("nothing else is changed")
                .isEqualTo(before.in(new State.Paying(Optional.of(reference))));
        assertThat(opened(1).first("reference")).contains(reference);
        assertThat(asked).containsExactly(reference);
    }

    @Test
    void manyWhoVisitAtOnceGetTheSameReference() {
        enterAddresses();

        List<CompletableFuture<Optional<String>>> visits =
                IntStream.range(0, 16)
                        .mapToObj(
                                visit ->
                                        CompletableFuture.supplyAsync(
                                                () -> opened(1).first("reference")))
                        .toList();

        assertThat(visits)
                .extracting(CompletableFuture::join)
                .containsOnly(message(1).paymentAwaited());
        assertThat(message(1).paymentAwaited()).isPresent();
    }

    @Test
    void theFormIsArchivedOnceItIsPaid() {
        enterAddresses();
        QueryParameters page = opened(1);
        paid.add(page.first("reference").orElseThrow());

        DoorBed.Answer back = visit(page.first("returnurl").orElseThrow());

        assertThat(back.status()).as(back.reason()).isEqualTo(204);
        assertThat(back.header("Location")).endsWith("/my/messages/b1");
    }

    @Test
    void anEmptyReferencePaysForNothing() {
        enterAddresses();
        paid.add("");
        String empty = LINK.formatted(1).replace("?", "/return?reference=&");

        assertThat(visit(empty).reason()).isEqualTo("The parameter reference is missing");
        assertThat(asked).as("nobody is asked").isEmpty();
        assertThat(message(1).state()).isEqualTo(new State.Paying(Optional.empty()));
    }
}
