package no.altinn.events.job;

/**
 * The identity of a job.
 *
 * @param id at most 64 characters of a-z, 0-9 and -
 */
public record JobKey(int subscriptionId, String id) {}
