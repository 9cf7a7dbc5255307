/** Requests and answers: problem details, media types, query parameters. */
package no.altinn.platform.http;
