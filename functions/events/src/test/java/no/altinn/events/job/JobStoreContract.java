package no.altinn.events.job;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** What every {@link JobStore} promises. */
public abstract class JobStoreContract {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00.123456Z");
    private static final Period PERIOD = new Period(NOW.minus(Duration.ofDays(1)), NOW);

    /** The store under test, empty at first, the same during one test. */
    protected abstract JobStore store();

    private static Job retry(String id) {
        return Job.begun(new JobKey(1, id), new JobTask.Retry(PERIOD), NOW);
    }

    private static JobTask replay() {
        return new JobTask.Replay(PERIOD, List.of("a", "b"), Optional.of("/party/1"), true);
    }

    private Job added(Job job) {
        assertThat(store().add(job)).isTrue();
        return job;
    }

    private Job ended(Job job) {
        Job end = job.ended(JobStatus.COMPLETED, NOW);
        assertThat(store().change(job, end)).isTrue();
        return end;
    }

    @Test
    void aJobComesBackAsItWas() {
        Job retry = added(retry("a"));
        Job replay = added(Job.begun(new JobKey(2, "b"), replay(), NOW));
        Job redact = added(Job.begun(new JobKey(2, "c"), new JobTask.Redact(), NOW));

        assertThat(store().find(retry.key())).contains(retry);
        assertThat(store().find(replay.key())).contains(replay);
        assertThat(store().find(redact.key())).contains(redact);
    }

    @Test
    void aReplayOfEverythingComesBackAsItWas() {
        JobTask all = new JobTask.Replay(PERIOD, List.of(), Optional.empty(), false);
        Job job = added(Job.begun(new JobKey(1, "a"), all, NOW));

        assertThat(store().find(job.key())).contains(job);
    }

    @Test
    void anUnknownJobIsNotFound() {
        added(retry("a"));

        assertThat(store().find(new JobKey(1, "b"))).isEmpty();
        assertThat(store().find(new JobKey(2, "a"))).isEmpty();
    }

    @Test
    void oneRetryOrReplayOfASubscriptionRunsAtOnce() {
        Job first = added(retry("a"));

        assertThat(store().add(retry("b"))).isFalse();
        assertThat(store().add(Job.begun(new JobKey(1, "c"), replay(), NOW))).isFalse();
        assertThat(store().find(new JobKey(1, "b"))).isEmpty();
        assertThat(store().ofSubscription(1, 10)).containsExactly(first);
        added(Job.begun(new JobKey(2, "a"), replay(), NOW));
    }

    @Test
    void anErasureRunsBesideARetryButNotBesideAnother() {
        added(retry("a"));
        added(Job.begun(new JobKey(1, "b"), new JobTask.Redact(), NOW));

        assertThat(store().add(Job.begun(new JobKey(1, "c"), new JobTask.Redact(), NOW))).isFalse();
    }

    @Test
    void aJobThatHasEndedGetsInNoWay() {
        ended(added(retry("a")));

        added(retry("b"));
    }

    @Test
    void ofJobsThatAreAddedAtOnceOneAtMostIs() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Boolean>> adding = new ArrayList<>();
            IntStream.range(0, 4).forEach(i -> adding.add(() -> store().add(retry("job-" + i))));
            long count = 0;
            for (Future<Boolean> one : threads.invokeAll(adding)) {
                count += one.get() ? 1 : 0;
            }

            assertThat(count).isLessThanOrEqualTo(1);
            assertThat(store().ofSubscription(1, 10)).hasSize((int) count);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aJobIsChangedOnTopOfItsVersionAlone() {
        Job job = added(retry("a"));
        Job further = job.advanced(new JobProgress(50, 40, 3, 7), "cursor", NOW.plusSeconds(1));

        assertThat(store().change(job, further)).isTrue();
        assertThat(store().find(job.key())).contains(further);
        assertThat(store().change(job, job.ended(JobStatus.CANCELLED, NOW))).isFalse();
        assertThat(store().find(job.key())).contains(further);
        Job failed = further.failedUntil(NOW.plusSeconds(5));
        assertThat(store().change(further, failed)).isTrue();
        assertThat(store().find(job.key())).contains(failed);
        ended(failed);
    }

    @Test
    void aJobThatIsNotThereIsNotChanged() {
        Job job = retry("a");

        assertThat(store().change(job, job.dueAt(NOW))).isFalse();
        assertThat(store().find(job.key())).isEmpty();
    }

    @Test
    void ofTwoChangesAtOnceOneIsRefused() throws Exception {
        Job job = added(retry("a"));
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<Boolean>> changes =
                    threads.invokeAll(
                            Collections.nCopies(
                                    2,
                                    () ->
                                            store().change(
                                                            job,
                                                            job.ended(
                                                                    JobStatus.CANCELLED,
                                                                    NOW.plusSeconds(2)))));
            assertThat(List.of(changes.get(0).get(), changes.get(1).get()))
                    .containsExactlyInAnyOrder(true, false);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void jobsOfASubscriptionAreListedTheNewestFirst() {
        List<Job> jobs = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Job job =
                    Job.begun(
                            new JobKey(1, "job-" + i),
                            new JobTask.Retry(PERIOD),
                            NOW.plusSeconds(i));
            jobs.add(0, ended(added(job)));
        }
        added(Job.begun(new JobKey(2, "other"), new JobTask.Redact(), NOW));

        assertThat(store().ofSubscription(1, 10)).containsExactlyElementsOf(jobs);
        assertThat(store().ofSubscription(1, 2)).containsExactlyElementsOf(jobs.subList(0, 2));
    }

    @Test
    void jobsThatAreOverdueAreFoundTheLongestOverdueFirst() {
        Job second = added(retry("a"));
        Job first = added(Job.begun(new JobKey(2, "b"), new JobTask.Redact(), NOW.minusSeconds(5)));
        Job later = added(Job.begun(new JobKey(3, "c"), new JobTask.Redact(), NOW.plusSeconds(9)));
        ended(added(Job.begun(new JobKey(4, "d"), new JobTask.Redact(), NOW)));

        assertThat(store().dueBefore(NOW.plusSeconds(1), 10)).containsExactly(first, second);
        assertThat(store().dueBefore(NOW.plusSeconds(1), 1)).containsExactly(first);
        Job brought = later.dueAt(NOW.minusSeconds(9));
        assertThat(store().change(later, brought)).isTrue();
        assertThat(store().dueBefore(NOW.plusSeconds(1), 1)).containsExactly(brought);
    }
}
