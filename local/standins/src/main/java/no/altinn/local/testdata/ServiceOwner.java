package no.altinn.local.testdata;

/**
 * An organisation that publishes events.
 *
 * @param org its short code
 * @param orgNo nine digits
 */
public record ServiceOwner(String org, String orgNo) {}
