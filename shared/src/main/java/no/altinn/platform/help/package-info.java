/** Help pages: what an API can do, and a client in the browser to try it (rest-api.md §8). */
package no.altinn.platform.help;
