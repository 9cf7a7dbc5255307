/**
 * Files that pages load, and what every page of the platform shares: its style and its elements.
 */
package no.altinn.platform.page;
