package no.altinn.events.webhook.okhttp;

/** A socket whose bytes are counted. */
interface Watched {
    /** What its connection has carried. */
    Wire wire();
}
