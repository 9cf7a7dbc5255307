/** Keys that a file holds, in place of Key Vault: on a developer's machine. */
package no.altinn.platform.keyfile;
