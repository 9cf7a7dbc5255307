package no.altinn.rest.door;

/** What stands behind a route. */
public sealed interface Handler permits Endpoint, Receiving {}
