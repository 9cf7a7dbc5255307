/**
 * XML that others write: schemas and documents, read without a DTD and without fetching anything.
 */
package no.altinn.rest.xml;
