package no.altinn.events.pull;

/** Counts the locks that ran out before their receiver told what became of the event. */
public interface LostLocks {
    /** Counts one. */
    void add();
}
