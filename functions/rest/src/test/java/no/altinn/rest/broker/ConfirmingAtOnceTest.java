package no.altinn.rest.broker;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.rest.door.DoorBed;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Two confirmations of one file at once. */
class ConfirmingAtOnceTest {
    private static final int ROUNDS = 50;

    private final BrokerBed bed = new BrokerBed();
    private final ExecutorService clients = Executors.newFixedThreadPool(2);

    @AfterEach
    void stop() {
        clients.shutdownNow();
    }

    private List<Integer> atOnce(DoorBed.Asked one, DoorBed.Asked other) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        List<Callable<Integer>> calls = new ArrayList<>();
        for (DoorBed.Asked asked : List.of(one, other)) {
            calls.add(
                    () -> {
                        start.await();
                        return asked.answer().status();
                    });
        }
        List<Integer> statuses = new ArrayList<>();
        for (Future<Integer> call : clients.invokeAll(calls)) {
            statuses.add(call.get());
        }
        return statuses;
    }

    private DoorBed.Asked confirm(int number, String reference) {
        return bed.as(BrokerBed.user(number, 3))
                .post(
                        "31000000%d/brokerservice/inbox/%s/confirmdownloaded"
                                .formatted(number, reference),
                        "");
    }

    @Test
    void ofTwoConfirmationsOfOneRecipientOneCounts() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String reference = bed.sent(BrokerBed.RECIPIENT);

            assertThat(atOnce(confirm(2, reference), confirm(2, reference)))
                    .containsExactlyInAnyOrder(200, 400);
        }
    }

    @Test
    void neitherOfTwoRecipientsLosesTheConfirmationOfTheOther() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String reference = bed.sent(BrokerBed.RECIPIENT, BrokerBed.OTHER);

            assertThat(atOnce(confirm(2, reference), confirm(3, reference)))
                    .containsExactly(200, 200);
            assertThat(
                            bed.as(BrokerBed.A)
                                    .get("310000001/brokerservice/outbox/" + reference)
                                    .answer()
                                    .body())
                    .contains("\"FileStatus\":\"Downloaded\"");
        }
    }
}
