package no.altinn.rest.message;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.rest.catalogue.ServiceKey;
import no.altinn.rest.catalogue.ServiceType;
import no.altinn.rest.language.Text;
import no.altinn.rest.record.EntryStore;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** How messages are changed by many at once, over any store. */
public abstract class MessagesContract {
    /** As many as a message may have. */
    private static final int FILES = 50;

    private static final int PARTY = 5;
    private static final Instant NOW = Instant.parse("2026-01-02T09:00:00Z");

    /** An empty store. */
    protected abstract EntryStore store();

    @Test
    @Timeout(60)
    void asManyFilesAsAMessageMayHaveCanComeTogether() throws Exception {
        Messages messages = new Messages(store(), () -> 7);
        MessageId id = messages.add(MessagesContract::form).id();
        CyclicBarrier allHaveRead = new CyclicBarrier(FILES);
        ExecutorService senders = Executors.newFixedThreadPool(FILES);
        try {
            List<Callable<Message>> uploads =
                    IntStream.range(0, FILES)
                            .mapToObj(n -> upload(messages, id, "file-" + n, allHaveRead))
                            .toList();
            for (Future<Message> sent : senders.invokeAll(uploads)) {
                sent.get();
            }
        } finally {
            senders.shutdownNow();
        }
        List<Attachment> attachments =
                messages.find(PARTY, id).orElseThrow().contents().attachments();
        assertThat(attachments)
                .extracting(Attachment::fileName)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, FILES).mapToObj(n -> "file-" + n).toList());
        assertThat(attachments).extracting(Attachment::id).doesNotHaveDuplicates();
    }

    /** Looks at the message when all others do, so that all but one lose the first race. */
    private static Callable<Message> upload(
            Messages messages, MessageId id, String name, CyclicBarrier allHaveRead) {
        boolean[] hasRead = {false};
        return () ->
                messages.change(
                        PARTY,
                        id,
                        message -> {
                            if (!hasRead[0]) {
                                hasRead[0] = true;
                                await(allHaveRead);
                            }
                            return attached(message, name);
                        });
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException("The others have not come", e);
        }
    }

    private static Message attached(Message message, String name) {
        Contents contents = message.contents();
        List<Attachment> more = new ArrayList<>(contents.attachments());
        more.add(new Attachment(contents.lastId() + 1, name, name, "Vedlegg", 4, name));
        return message.with(contents.withAttachments(more)).changed(NOW, "Kari");
    }

    private static Message form(long number) {
        return Message.of(
                PARTY,
                number,
                new Origin(
                        new ServiceKey("1001", 1),
                        ServiceType.FORM_TASK,
                        "ttd",
                        new Text("e", "b", "n"),
                        2),
                new Words("s", "k", "f", Optional.empty(), List.of()),
                NOW,
                "Kari",
                new State.Filling(),
                Contents.none());
    }
}
