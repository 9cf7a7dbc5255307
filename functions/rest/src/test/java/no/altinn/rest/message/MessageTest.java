package no.altinn.rest.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import no.altinn.rest.catalogue.ServiceKey;
import no.altinn.rest.catalogue.ServiceType;
import no.altinn.rest.happening.Happening;
import no.altinn.rest.happening.HappeningType;
import no.altinn.rest.language.Text;
import no.altinn.rest.record.MemoryEntryStore;
import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

class MessageTest {
    private static final Instant NOW = Instant.parse("2026-01-02T09:00:00Z");

    private static Message in(State state) {
        return in(state, 7);
    }

    private static Message in(State state, long number) {
        boolean isForm =
                state instanceof State.Open
                        || (state instanceof State.Archived archived && archived.isSent());
        return Message.of(
                5,
                number,
                new Origin(
                        new ServiceKey("1001", 1),
                        isForm ? ServiceType.FORM_TASK : ServiceType.CORRESPONDENCE,
                        "ttd",
                        new Text("e", "b", "n"),
                        2),
                new Words(
                        "s",
                        "k",
                        "f",
                        Optional.of(NOW),
                        List.of(new Words.ReplyOption("URL", "https://a.no", "t"))),
                NOW,
                "Kari",
                state,
                new Contents(
                        "<p>a</p>",
                        "{}",
                        9,
                        List.of(
                                new Form(1, true, "5000", 1, "n", new Form.FormData.Inline("<a/>")),
                                new Form(2, false, "5001", 1, "m", new Form.FormData.Filed("f"))),
                        List.of(new Attachment(3, "a.pdf", "a", "Vedlegg", 4, "g")),
                        List.of(new Signature("Kari", NOW, 3, List.of(1, 2), List.of(3)))));
    }

    @Provide
    Arbitrary<State> states() {
        return Arbitraries.of(
                new State.Unread(false),
                new State.Unread(true),
                new State.Read(false),
                new State.Read(true),
                new State.Confirmed(),
                new State.Filling(),
                new State.Signing(),
                new State.Paying(Optional.of("p-1")),
                new State.Paying(Optional.empty()),
                new State.Archived(true),
                new State.Archived(true, Optional.of("p-1")),
                new State.Archived(false),
                new State.Binned(true, NOW.plusSeconds(60)),
                new State.Binned(false, NOW.plusSeconds(60)));
    }

    @Property
    void aMessageIsFoundAsItWasStoredInEveryState(@ForAll("states") State state) {
        Messages messages = new Messages(new MemoryEntryStore(MutableClock.at(NOW)), () -> 7);
        Message message = in(state);

        Message added = messages.add(number -> message);

        assertThat(messages.find(5, message.id())).contains(added);
        assertThat(added.happened())
                .extracting(Happening::type)
                .containsExactly(HappeningType.MESSAGE_CREATED);
        assertThat(messages.find(5, new MessageId(!message.state().isArchived(), 7))).isEmpty();
        assertThat(messages.find(6, message.id())).isEmpty();
    }

    @Property
    void onlyAnUnreadLetterChangesWhenItIsRead(@ForAll("states") State state) {
        Message message = in(state);

        if (state instanceof State.Unread unread) {
            assertThat(message.read(NOW).state()).isEqualTo(new State.Read(unread.toConfirm()));
        } else {
            assertThat(message.read(NOW)).isSameAs(message);
        }
    }

    @Property
    void whatMayBeConfirmedMayNotBeArchivedYet(@ForAll("states") State state) {
        Message message = in(state);
        boolean toConfirm =
                state.equals(new State.Unread(true)) || state.equals(new State.Read(true));

        if (toConfirm) {
            assertThat(message.confirmed(NOW, "Ola").state()).isEqualTo(new State.Confirmed());
            assertThatThrownBy(() -> message.archived(NOW, "Ola"))
                    .isInstanceOf(Refusal.Forbidden.class);
        } else {
            assertThatThrownBy(() -> message.confirmed(NOW, "Ola"))
                    .isInstanceOf(Refusal.Forbidden.class);
        }
    }

    @Property
    void aMessageInTheBinKeepsItsIdAndItsDay(@ForAll("states") State state) {
        Message message = in(state);

        Message binned = message.binned(NOW.plusSeconds(1), "Ola");

        assertThat(binned.id()).isEqualTo(message.id());
        assertThat(binned.binned(NOW.plusSeconds(9), "Per")).isEqualTo(binned);
    }

    @Test
    void twoWhoChangeAMessageAtOnceBothCountOnTopOfEachOther() {
        Messages messages = new Messages(new MemoryEntryStore(MutableClock.at(NOW)), () -> 7);
        MessageId id = messages.add(number -> in(new State.Unread(false))).id();

        Message after =
                messages.change(
                        5,
                        id,
                        message -> {
                            if (message.state() instanceof State.Unread) {
                                // Another request comes between the look and the write.
                                messages.change(5, id, unread -> unread.read(NOW));
                            }
                            return message.changed(NOW.plusSeconds(5), "Ola");
                        });

        assertThat(after.state()).isEqualTo(new State.Read(false));
        assertThat(after.changedBy()).isEqualTo("Ola");
    }

    @Test
    void whoNeverGetsItsTurnIsToldOfAConflict() {
        Messages messages = new Messages(new MemoryEntryStore(MutableClock.at(NOW)), () -> 7);
        MessageId id = messages.add(number -> in(new State.Confirmed())).id();
        int[] others = {0};

        assertThatThrownBy(
                        () ->
                                messages.change(
                                        5,
                                        id,
                                        message -> {
                                            others[0]++;
                                            messages.change(
                                                    5,
                                                    id,
                                                    now ->
                                                            now.changed(
                                                                    NOW.plusSeconds(others[0]),
                                                                    "Other"));
                                            return message.changed(NOW, "Ola");
                                        }))
                .isInstanceOf(Refusal.Conflict.class);
        assertThat(others[0]).isEqualTo(50);
        assertThat(messages.find(5, id).orElseThrow().changedBy()).isEqualTo("Other");
    }

    @Test
    void whoLosesToAllOtherFilesOfAMessageComesThroughInTheEnd() {
        Messages messages = new Messages(new MemoryEntryStore(MutableClock.at(NOW)), () -> 7);
        MessageId id = messages.add(number -> in(new State.Confirmed())).id();
        int[] others = {0};

        Message after =
                messages.change(
                        5,
                        id,
                        message -> {
                            if (others[0] < 49) {
                                others[0]++;
                                Instant at = NOW.plusSeconds(others[0]);
                                messages.change(5, id, now -> now.changed(at, "Other"));
                            }
                            return message.changed(NOW, "Ola");
                        });

        assertThat(after.changedBy()).isEqualTo("Ola");
    }

    @Property
    void onlyAFormThatWaitsForThisPaymentIsArchivedByIt(@ForAll("states") State state) {
        Message message = in(state);

        if (state.equals(new State.Paying(Optional.of("p-1")))) {
            Message paid = message.paid("p-1", NOW, "Kari");

            assertThat(paid.state()).isEqualTo(new State.Archived(true, Optional.of("p-1")));
            assertThat(paid.id().isArchived()).isTrue();
            assertThat(paid.changedBy()).isEqualTo("Kari");
            assertThat(paid.happened())
                    .extracting(Happening::type)
                    .containsExactly(HappeningType.MESSAGE_ARCHIVED);
        } else {
            assertThatThrownBy(() -> message.paid("p-1", NOW, "Kari"))
                    .isInstanceOf(Refusal.Forbidden.class)
                    .hasMessage(
                            state instanceof State.Paying
                                    ? "The payment is not the one that the message waits for"
                                    : "The message does not wait for a payment");
        }
        for (String other : List.of("p-2", "")) {
            assertThatThrownBy(() -> message.paid(other, NOW, "Kari"))
                    .isInstanceOf(Refusal.Forbidden.class);
        }
    }

    @Property
    void onlyAFormThatWaitsWithoutAReferenceIsGivenOne(@ForAll("states") State state) {
        Message message = in(state);

        if (!(state instanceof State.Paying paying)) {
            assertThatThrownBy(message::payable).isInstanceOf(Refusal.Forbidden.class);
        } else if (paying.reference().isPresent()) {
            assertThat(message.payable()).isSameAs(message);
        } else {
            assertThat(message.payable().paymentAwaited()).isPresent();
            assertThat(message.payable()).isNotEqualTo(message.payable());
        }
    }

    @Test
    void anEmptyReferenceThatWasStoredIsNone() {
        long[] next = {0};
        Messages messages =
                new Messages(new MemoryEntryStore(MutableClock.at(NOW)), () -> ++next[0]);
        Optional<String> empty = Optional.of("");

        MessageId waiting = messages.add(n -> in(new State.Paying(empty), n)).id();
        MessageId archived = messages.add(n -> in(new State.Archived(true, empty), n)).id();

        assertThat(messages.find(5, waiting).orElseThrow().state())
                .isEqualTo(new State.Paying(Optional.empty()));
        assertThat(messages.find(5, archived).orElseThrow().state())
                .isEqualTo(new State.Archived(true));
    }

    @Test
    void eachPaymentHasAReferenceOfItsOwn() {
        assertThat(State.Paying.anew()).isNotEqualTo(State.Paying.anew());
    }

    @Test
    void aNumberThatIsTakenIsPassedOver() {
        long[] next = {1, 1, 2};
        int[] given = {0};
        Messages messages =
                new Messages(new MemoryEntryStore(MutableClock.at(NOW)), () -> next[given[0]++]);

        assertThat(messages.add(n -> in(new State.Confirmed(), n)).number()).isEqualTo(1);
        assertThat(messages.add(n -> in(new State.Confirmed(), n)).number()).isEqualTo(2);
    }
}
