/** Calls made side by side, a bounded number at once. */
package no.altinn.platform.concurrent;
