/** Files that survive whatever happens while they are written. */
package no.altinn.local.files;
