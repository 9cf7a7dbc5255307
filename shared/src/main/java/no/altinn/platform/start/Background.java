package no.altinn.platform.start;

/** Threads for what runs beside an app. */
final class Background {
    private Background() {}

    /** A thread that is not started yet, and does not hold the process when it is. */
    static Thread thread(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        // Libraries look for their parts there, and the worker's own loader has none.
        thread.setContextClassLoader(Background.class.getClassLoader());
        return thread;
    }
}
