/** Ports that measure and trace what they pass on. */
package no.altinn.events.telemetry;
