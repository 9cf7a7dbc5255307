/** Files that are whole, even if the process ends while it writes them. */
package no.altinn.local.files;
