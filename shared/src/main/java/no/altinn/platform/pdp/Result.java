package no.altinn.platform.pdp;

/**
 * One result of an answer.
 *
 * @param decision what was decided
 * @param echo what it repeats of its request
 */
record Result(Decision decision, Echo echo) {}
