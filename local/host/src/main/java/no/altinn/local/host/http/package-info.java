/** Fires functions from HTTP requests, on a web server. */
package no.altinn.local.host.http;
