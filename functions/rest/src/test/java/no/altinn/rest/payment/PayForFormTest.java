package no.altinn.rest.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import no.altinn.rest.catalogue.Catalogue;
import no.altinn.rest.catalogue.FixedCatalogue;
import no.altinn.rest.catalogue.Service;
import no.altinn.rest.catalogue.ServiceKey;
import no.altinn.rest.door.DoorBed;
import no.altinn.rest.form.Draft;
import no.altinn.rest.form.Goal;
import no.altinn.rest.language.Language;
import no.altinn.rest.message.BoxBed;
import no.altinn.rest.message.FixedServices;
import no.altinn.rest.message.Message;
import no.altinn.rest.message.MessageId;
import no.altinn.rest.message.Refusal;
import no.altinn.rest.message.State;
import no.altinn.rest.message.Status;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

class PayForFormTest {
    private static final MessageId ID = new MessageId(false, 1);

    private final BoxBed box = new BoxBed();

    private PayForForm payments(Catalogue catalogue, PaymentProvider provider) {
        return new PayForForm(box.messages, box.access, catalogue, provider, box.clock);
    }

    private String waiting() {
        box.tasks.submit(
                box.actor(),
                new Draft(
                        new ServiceKey("1003", 1),
                        Optional.of(
                                List.of(
                                        new Draft.SentForm(
                                                true,
                                                "5000",
                                                40000,
                                                "<Skjema><navn>a</navn></Skjema>"))),
                        Optional.empty()),
                Goal.SENT,
                Language.BOKMAAL);
        return message(ID).paymentAwaited().orElseThrow();
    }

    private Message message(MessageId id) {
        return box.messages.find(DoorBed.PERSON.partyId(), id).orElseThrow();
    }

    @Test
    void theStatusIsAskedWhereTheServiceSays() {
        String reference = waiting();
        PayForForm payments =
                payments(
                        box.services,
                        (status, asked) ->
                                status.equals(FixedServices.PAYMENT.status())
                                        && asked.equals(reference));

        assertThat(payments.end(box.actor(), ID, reference)).isEqualTo(new MessageId(true, 1));
        assertThat(message(new MessageId(true, 1)).state())
                .isEqualTo(new State.Archived(true, Optional.of(reference)));
        assertThat(message(new MessageId(true, 1)).changedBy()).isEqualTo("A Nordmann");
    }

    /** The provider is slow, and meanwhile another request archives the form. */
    @Test
    void aFormThatIsArchivedMeanwhileIsArchivedOnce() {
        String reference = waiting();
        PayForForm fast = payments(box.services, (status, asked) -> true);
        PayForForm slow =
                payments(
                        box.services,
                        (status, asked) -> {
                            fast.end(box.actor(), ID, reference);
                            return true;
                        });

        assertThat(slow.end(box.actor(), ID, reference)).isEqualTo(new MessageId(true, 1));
        assertThat(message(new MessageId(true, 1)).happened())
                .as("created and archived, each once")
                .hasSize(2);
    }

    /** The user has paid, but deleted the form while the provider was asked. */
    @Test
    void aFormThatIsDeletedMeanwhileIsNotArchived() {
        String reference = waiting();
        PayForForm payments =
                payments(
                        box.services,
                        (status, asked) -> {
                            box.messages.change(
                                    DoorBed.PERSON.partyId(),
                                    ID,
                                    message -> message.binned(box.clock.instant(), "A"));
                            return true;
                        });

        assertThatExceptionOfType(Refusal.Forbidden.class)
                .isThrownBy(() -> payments.end(box.actor(), ID, reference));
        assertThat(message(ID).isBinned()).isTrue();
    }

    @Test
    void aServiceThatTakesNoPaymentAnyMoreLeavesTheFormWaiting() {
        String reference = waiting();
        Catalogue without = new Without();

        PayForForm payments = payments(without, (status, asked) -> true);

        assertThatExceptionOfType(Refusal.Forbidden.class)
                .isThrownBy(() -> payments.begin(box.actor(), ID))
                .withMessage("The service takes no payment now");
        assertThatExceptionOfType(Refusal.Forbidden.class)
                .isThrownBy(() -> payments.end(box.actor(), ID, reference));
        assertThat(message(ID).state().status()).isEqualTo(Status.PAYMENT);
    }

    /** Another request is about the same form before this one has given it a reference. */
    @Test
    void aFormWithoutAReferenceIsGivenOneOnce() {
        EarlierBuild.storeForm(box.store);
        PaymentProvider provider = (status, asked) -> false;
        List<NextStep> others = new ArrayList<>();
        PayForForm slow =
                payments(
                        new Meanwhile(
                                () ->
                                        others.add(
                                                payments(box.services, provider)
                                                        .begin(box.actor(), ID))),
                        provider);

        NextStep step = slow.begin(box.actor(), ID);

        assertThat(others).containsExactly(step);
        assertThat(step)
                .isEqualTo(
                        new NextStep.Pay(
                                FixedServices.PAYMENT.page(),
                                message(ID).paymentAwaited().orElseThrow()));
    }

    /** The other request even finds it paid. */
    @Test
    void aFormThatIsArchivedBeforeItIsGivenAReferenceIsDone() {
        EarlierBuild.storeForm(box.store);
        PaymentProvider provider = (status, asked) -> true;
        PayForForm slow =
                payments(
                        new Meanwhile(
                                () -> payments(box.services, provider).begin(box.actor(), ID)),
                        provider);

        assertThat(slow.begin(box.actor(), ID))
                .isEqualTo(new NextStep.Done(new MessageId(true, 1)));
    }

    @Test
    void anEmptyReferenceEndsNothing() {
        EarlierBuild.storeForm(box.store);
        PayForForm payments = payments(box.services, (status, asked) -> true);

        assertThatExceptionOfType(Refusal.Forbidden.class)
                .isThrownBy(() -> payments.end(box.actor(), ID, ""))
                .withMessage("The payment is not the one that the message waits for");

        payments.begin(box.actor(), ID);

        assertThatExceptionOfType(Refusal.Forbidden.class)
                .isThrownBy(() -> payments.end(box.actor(), ID, ""));
    }

    /** The same services, before whose first answer something happens. */
    private static final class Meanwhile extends FixedCatalogue {
        private final AtomicReference<Runnable> first;

        Meanwhile(Runnable first) {
            super(new FixedServices().services(), List.of());
            this.first = new AtomicReference<>(first);
        }

        @Override
        public Optional<Service> service(ServiceKey key) {
            first.getAndSet(() -> {}).run();
            return super.service(key);
        }
    }

    private static final class Without extends FixedCatalogue {
        Without() {
            super(List.of(), List.of());
        }
    }
}
