/** The local platform's backend over Azure's services, or over their emulators. */
package no.altinn.local.azure;
