/** Fires functions by NCRONTAB schedules. */
package no.altinn.local.host.timer;
