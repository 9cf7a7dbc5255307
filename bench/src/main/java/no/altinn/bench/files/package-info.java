/** What it costs to send large files to the REST API and to fetch them. */
package no.altinn.bench.files;
