/** Puts the stand-ins for the rest of the platform together. */
package no.altinn.local.standins;
