/** What a person who looks on wants listed of a backend. */
package no.altinn.local.overview;
