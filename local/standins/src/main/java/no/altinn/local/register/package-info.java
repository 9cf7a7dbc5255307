/** Party lookups over the test data, in the form of Altinn's Register. */
package no.altinn.local.register;
