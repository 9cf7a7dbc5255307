/** Routes of functions as the Functions host reads them. */
package no.altinn.local.host.route;
