package no.altinn.platform.pdp;

/**
 * One result of an answer.
 *
 * @param decision what was decided
 * @param included the attributes of the request that the answer repeats
 */
record Result(Decision decision, IncludedAttributes included) {}
