package no.altinn.local.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Publishes events with increasing ids, each when the one before it is acknowledged. One whose fate
 * is not known is published again. Used by one thread at a time; what is acknowledged may be read
 * by any.
 */
final class Publisher {
    /**
     * An event that was published.
     *
     * @param sent when it was sent for the first time, in nanoseconds of this machine's own
     * @param answered when it was acknowledged, in the same
     */
    record Acknowledged(String id, long sent, long answered) {}

    private final String name;
    private final List<Acknowledged> acknowledged = new ArrayList<>(); // guarded by itself
    private long pendingSince;
    private boolean isPending;

    /**
     * @param name what the ids of its events begin with
     */
    Publisher(String name) {
        this.name = name;
    }

    /** Goes on until the platform is no more. */
    void publishUntilKilled(PlatformClient platform) throws InterruptedException {
        try {
            while (true) {
                publishNext(platform);
            }
        } catch (IOException e) {
            // No answer: the event that was sent last may be there or not.
            return;
        }
    }

    /** Publishes some more. */
    void publish(PlatformClient platform, int count) throws IOException, InterruptedException {
        for (int i = 0; i < count; i++) {
            publishNext(platform);
        }
    }

    private void publishNext(PlatformClient platform) throws IOException, InterruptedException {
        String id = name + "-" + (acknowledged().size() + 1);
        if (!isPending) {
            pendingSince = System.nanoTime();
            isPending = true;
        }
        assertThat(platform.publish(id)).isEqualTo(200);
        synchronized (acknowledged) {
            acknowledged.add(new Acknowledged(id, pendingSince, System.nanoTime()));
        }
        isPending = false;
    }

    /** What was acknowledged until now, in that order. */
    List<Acknowledged> acknowledged() {
        synchronized (acknowledged) {
            return List.copyOf(acknowledged);
        }
    }
}
