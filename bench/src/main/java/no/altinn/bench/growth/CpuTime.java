package no.altinn.bench.growth;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * The processor time of the threads that work in this process. The compiler and the collector of
 * the virtual machine are not among them, so that neither passes for growth.
 */
final class CpuTime {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private CpuTime() {}

    /** What the threads that live now have used, in nanoseconds. */
    static long now() {
        long sum = 0;
        for (long id : THREADS.getAllThreadIds()) {
            // A thread that has ended meanwhile gives -1.
            sum += Math.max(0, THREADS.getThreadCpuTime(id));
        }
        return sum;
    }
}
