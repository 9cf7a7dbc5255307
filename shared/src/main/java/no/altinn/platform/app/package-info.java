/** How a function app is put together: settings and services of the platform, requests, answers. */
package no.altinn.platform.app;
