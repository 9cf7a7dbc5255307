package no.altinn.bench.day;

/** The measures, by their names in the tables. */
final class Names {
    static final String HEAP = "heap in use after a full collection, MiB";
    static final String RSS = "resident (RSS), MiB";
    static final String PSS = "share of memory (PSS), MiB";
    static final String THREADS = "threads";
    static final String STEADY_THREADS = "threads outside pools that follow the load";
    static final String THREADS_NAMED = "threads named ";
    static final String DESCRIPTORS = "open file descriptors";
    static final String SOCKETS = "of them sockets";
    static final String DATABASE = "events.db, MiB";
    static final String LOG = "events.db-wal, MiB";
    static final String PAGES = "pages of events.db and its log, MiB";
    static final String FREE = "of them free, MiB";
    static final String FILES = "files of the REST API";
    static final String FILES_SIZE = "files of the REST API, MiB";
    static final String ROWS = "rows of ";
    static final String STORED = "events stored in all";
    static final String DELIVERIES = "deliveries ";

    private Names() {}
}
