/** Profiles and contact information over HTTP. */
package no.altinn.rest.endpoint.profile;
