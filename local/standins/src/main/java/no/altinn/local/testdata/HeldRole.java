package no.altinn.local.testdata;

/**
 * A role that a person has for an organisation by a public register.
 *
 * @param org the organisation's number
 * @param role Altinn's code, for example {@code DAGL}
 */
public record HeldRole(String org, String role) {}
