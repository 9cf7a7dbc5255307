/** Look-ups of parties in the register. */
package no.altinn.platform.register;
