/** Values that are read again as they age, and schedules of retries. */
package no.altinn.platform.time;
