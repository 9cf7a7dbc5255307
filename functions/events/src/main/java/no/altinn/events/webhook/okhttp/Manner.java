package no.altinn.events.webhook.okhttp;

/** How a request's connection is treated. */
enum Manner {
    /** It carries one request, and both sides know. */
    ONCE,

    /** It carries one request, and the receiver may hold it, so that it is seen for how long. */
    TRIAL,

    /** It may have carried requests before, and is to carry others afterwards. */
    KEPT
}
