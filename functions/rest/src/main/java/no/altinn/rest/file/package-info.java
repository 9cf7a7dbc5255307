/** Bytes that are too many for a record: forms, attachments, and files that fronts send. */
package no.altinn.rest.file;
