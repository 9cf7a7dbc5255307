/** The keys that sign Altinn's tokens, and how they are published. */
package no.altinn.authentication.keys;
