package no.altinn.events.job;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Jobs in memory. */
public final class FakeJobStore implements JobStore {
    private final Map<JobKey, Job> byKey = new LinkedHashMap<>();

    @Override
    public synchronized boolean add(Job job) {
        boolean isExcluded =
                byKey.values().stream()
                        .filter(Job::isRunning)
                        .filter(other -> other.key().subscriptionId() == job.key().subscriptionId())
                        .anyMatch(other -> other.task().kind().excludes(job.task().kind()));
        if (!isExcluded) {
            byKey.put(job.key(), job);
        }
        return !isExcluded;
    }

    @Override
    public synchronized Optional<Job> find(JobKey key) {
        return Optional.ofNullable(byKey.get(key));
    }

    @Override
    public synchronized List<Job> ofSubscription(int subscriptionId, int limit) {
        return byKey.values().stream()
                .filter(job -> job.key().subscriptionId() == subscriptionId)
                .sorted(Comparator.comparing(Job::created).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized boolean change(Job before, Job after) {
        boolean isSame =
                find(before.key())
                        .filter(stored -> stored.version() == before.version())
                        .isPresent();
        if (isSame) {
            byKey.put(after.key(), after);
        }
        return isSame;
    }

    @Override
    public synchronized List<Job> dueBefore(Instant instant, int limit) {
        return byKey.values().stream()
                .filter(job -> job.due().filter(due -> due.isBefore(instant)).isPresent())
                .sorted(Comparator.comparing(job -> job.due().orElseThrow()))
                .limit(limit)
                .toList();
    }
}
