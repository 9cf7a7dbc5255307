package no.altinn.simulation.store;

import no.altinn.events.job.Job;
import no.altinn.events.job.JobKey;
import no.altinn.events.job.JobStore;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Jobs that every process shares; each call is one step. Not thread-safe. */
public final class StoredJobs implements JobStore {
    private final Map<JobKey, Job> byKey = new LinkedHashMap<>();

    /** Everything that is there. */
    public List<Job> all() {
        return List.copyOf(byKey.values());
    }

    @Override
    public boolean add(Job job) {
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
    public Optional<Job> find(JobKey key) {
        return Optional.ofNullable(byKey.get(key));
    }

    @Override
    public List<Job> ofSubscription(int subscriptionId, int limit) {
        return byKey.values().stream()
                .filter(job -> job.key().subscriptionId() == subscriptionId)
                .sorted(Comparator.comparing(Job::created).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public boolean change(Job before, Job after) {
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
    public List<Job> dueBefore(Instant instant, int limit) {
        return byKey.values().stream()
                .filter(job -> job.due().filter(instant::isAfter).isPresent())
                .sorted(Comparator.comparing((Job job) -> job.due().orElseThrow()))
                .limit(limit)
                .toList();
    }
}
