package no.altinn.rest.door;

/**
 * Takes a file that the front streams past this app.
 *
 * @param mostBytes the most bytes of the file
 */
record Receiving(long mostBytes, Receiver receiver) implements Handler {}
