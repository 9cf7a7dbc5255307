/** Users over the test data, in the form of Altinn's Profile. */
package no.altinn.local.profile;
