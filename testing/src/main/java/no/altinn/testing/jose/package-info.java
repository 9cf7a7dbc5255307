/** Keys, certificates and tokens of tests. */
package no.altinn.testing.jose;
