/** How readers get events, page by page. */
package no.altinn.events.query;
