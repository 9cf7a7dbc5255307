package no.altinn.local.store;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.local.host.queue.QueueMessage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

final class SqliteQueuesTest {
    private static final Duration VISIBILITY = Duration.ofSeconds(30);

    @RegisterExtension final OpenStores open = new OpenStores();

    private SqliteQueues queues() {
        return open.stores().queues();
    }

    private void send(String text) {
        queues().send("q", text, Duration.ZERO);
    }

    private QueueMessage receiveOne() {
        List<QueueMessage> received = queues().receive("q", 1, VISIBILITY);
        assertThat(received).hasSize(1);
        return received.get(0);
    }

    @Test
    void aReceivedMessageTellsAllAboutItself() {
        Instant inserted = open.clock().instant();
        queues().send("q", "text ø", Duration.ofSeconds(1));
        open.clock().advance(Duration.ofSeconds(5));

        QueueMessage message = receiveOne();

        assertThat(message.text()).isEqualTo("text ø");
        assertThat(message.dequeueCount()).isEqualTo(1);
        assertThat(message.inserted()).isEqualTo(inserted);
        assertThat(message.nextVisible()).isEqualTo(inserted.plusSeconds(35));
        assertThat(message.popReceipt()).isNotEmpty();
    }

    @Test
    void aReceivedMessageIsHiddenUntilItsTimeIsOver() {
        send("text");
        receiveOne();

        assertThat(queues().receive("q", 10, VISIBILITY)).isEmpty();
        open.clock().advance(VISIBILITY);
        assertThat(receiveOne().dequeueCount()).isEqualTo(2);
    }

    @Test
    void aDeletedMessageDoesNotComeBack() {
        send("text");
        assertThat(queues().delete(receiveOne())).isTrue();

        open.clock().advance(VISIBILITY);
        assertThat(queues().receive("q", 10, VISIBILITY)).isEmpty();
        assertThat(queues().nextVisible("q")).isEmpty();
    }

    @Test
    void whoWasTooSlowCanNoLongerTouchTheMessage() {
        send("text");
        QueueMessage slow = receiveOne();
        open.clock().advance(VISIBILITY);
        QueueMessage current = receiveOne();

        assertThat(queues().delete(slow)).isFalse();
        assertThat(queues().release(slow, Duration.ZERO)).isFalse();
        assertThat(queues().moveTo("q-poison", slow)).isFalse();
        assertThat(queues().delete(current)).isTrue();
    }

    @Test
    void aReleasedMessageComesBackAfterTheDelay() {
        send("text");
        assertThat(queues().release(receiveOne(), Duration.ofSeconds(2))).isTrue();

        assertThat(queues().receive("q", 10, VISIBILITY)).isEmpty();
        open.clock().advance(Duration.ofSeconds(2));
        assertThat(receiveOne().dequeueCount()).isEqualTo(2);
    }

    @Test
    void whatADeadProcessHadReceivedIsVisibleAgain() {
        send("text");
        receiveOne();

        assertThat(queues().releaseAll()).isEqualTo(1);

        assertThat(receiveOne().dequeueCount()).isEqualTo(1);
    }

    @Test
    void aPoisonMessageMovesToAQueueOfItsOwn() {
        send("text");
        assertThat(queues().moveTo("q-poison", receiveOne())).isTrue();

        assertThat(queues().nextVisible("q")).isEmpty();
        assertThat(queues().receive("q-poison", 10, VISIBILITY))
                .extracting(QueueMessage::text)
                .containsExactly("text");
    }

    @Test
    void messagesComeInTheOrderInWhichTheyBecameVisible() {
        queues().send("q", "last", Duration.ofSeconds(2));
        queues().send("q", "second", Duration.ofSeconds(1));
        queues().send("q", "first", Duration.ZERO);
        queues().send("other", "elsewhere", Duration.ZERO);
        open.clock().advance(Duration.ofSeconds(2));

        assertThat(queues().receive("q", 2, VISIBILITY))
                .extracting(QueueMessage::text)
                .containsExactly("first", "second");
        assertThat(queues().receive("q", 2, VISIBILITY))
                .extracting(QueueMessage::text)
                .containsExactly("last");
    }

    @Test
    void theNextVisibleTimeIsKnown() {
        Instant now = open.clock().instant();
        assertThat(queues().nextVisible("q")).isEmpty();

        queues().send("q", "late", Duration.ofSeconds(20));
        queues().send("q", "soon", Duration.ofSeconds(10));

        assertThat(queues().nextVisible("q")).contains(now.plusSeconds(10));
    }

    @Test
    void aMessageOutlivesARestart() {
        send("text");
        open.reopen();

        assertThat(receiveOne().text()).isEqualTo("text");
    }

    @Test
    void eachMessageIsReceivedByOneOfMany() throws Exception {
        for (int i = 0; i < 100; i++) {
            send("m" + i);
        }
        Set<String> seen = ConcurrentHashMap.newKeySet();
        AtomicInteger received = new AtomicInteger();
        Callable<Boolean> receiver =
                () -> {
                    List<QueueMessage> batch = queues().receive("q", 7, VISIBILITY);
                    while (!batch.isEmpty()) {
                        batch.forEach(message -> seen.add(message.text()));
                        received.addAndGet(batch.size());
                        batch = queues().receive("q", 7, VISIBILITY);
                    }
                    return true;
                };
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (Future<Boolean> done : threads.invokeAll(List.of(receiver, receiver, receiver))) {
                assertThat(done.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(received).hasValue(100);
        assertThat(seen).hasSize(100);
    }

    @Test
    void whatIsSentOrReleasedIsAnnounced() {
        AtomicInteger announced = new AtomicInteger();
        open.stores().messageArrivals().listen(announced::incrementAndGet);

        send("text");
        assertThat(announced).hasValue(1);
        queues().release(receiveOne(), Duration.ZERO);
        assertThat(announced).hasValue(2);
    }
}
