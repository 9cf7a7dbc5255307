/** Texts that clients keep but must not read: sealed with keys that only this system has. */
package no.altinn.platform.seal;
