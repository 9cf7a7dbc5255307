/** Texts of others in log lines. */
package no.altinn.platform.log;
