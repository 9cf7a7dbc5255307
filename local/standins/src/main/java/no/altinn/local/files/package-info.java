/**
 * Files that are whole, even if the process ends while it writes them, and that are their owner's.
 */
package no.altinn.local.files;
