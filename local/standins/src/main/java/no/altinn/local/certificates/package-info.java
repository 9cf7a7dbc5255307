/** A stand-in for those who issue certificates of organisations. */
package no.altinn.local.certificates;
