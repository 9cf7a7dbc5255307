/** Forms: filling in, validating, signing and sending in. */
package no.altinn.rest.form;
