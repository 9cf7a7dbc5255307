package no.altinn.local.host.http;

/**
 * Whether the bytes of one body keep the pace: all of a small one within its time, and a larger one
 * at the least rate in each window. Thread-safe.
 */
final class Progress {
    private final HttpLimits.Pace pace;
    private final long announced;
    private long windows;
    private long total;
    private long inWindow;

    /**
     * Begins with no byte.
     *
     * @param announced how many bytes will pass; -1 if unknown
     */
    Progress(HttpLimits.Pace pace, long announced) {
        this.pace = pace;
        this.announced = announced;
    }

    /** Bytes have passed. */
    synchronized void passed(long bytes) {
        total += bytes;
        inWindow += bytes;
    }

    /** A window has ended; whether the pace was kept in it. */
    synchronized boolean endWindow() {
        windows++;
        boolean isFast = inWindow >= pace.windowBytes();
        inWindow = 0;
        boolean isSmall = Math.max(announced, total) <= pace.smallBytes();
        if (isSmall && pace.window().multipliedBy(windows).compareTo(pace.smallTime()) < 0) {
            return true;
        }
        boolean isSureToStaySmall = isSmall && announced >= 0;
        return isFast && !isSureToStaySmall;
    }
}
