/** Taking the data out of an event that was published by mistake. */
package no.altinn.events.erase;
