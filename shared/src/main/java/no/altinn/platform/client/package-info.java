/** Calls to other services of the platform, bounded in time, size and tries. */
package no.altinn.platform.client;
