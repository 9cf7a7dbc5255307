/** Bytes that are too many for a record: forms, attachments. */
package no.altinn.rest.file;
