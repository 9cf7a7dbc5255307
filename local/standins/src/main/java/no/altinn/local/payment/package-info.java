/** A stand-in for a service that takes payments. */
package no.altinn.local.payment;
