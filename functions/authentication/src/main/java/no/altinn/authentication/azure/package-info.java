/** Where the authentication app's keys are in Azure. */
package no.altinn.authentication.azure;
