/** Calls of endpoints by OkHttp, guarded where the connection is made. */
package no.altinn.events.webhook.okhttp;
