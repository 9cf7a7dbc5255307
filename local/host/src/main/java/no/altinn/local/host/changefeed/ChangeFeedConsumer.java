package no.altinn.local.host.changefeed;

/**
 * The function that reads a change feed. A source remembers how far each consumer has come, so
 * functions of the same name in two apps have to be two consumers.
 *
 * @param app the app's name
 * @param function the function's name within the app
 */
public record ChangeFeedConsumer(String app, String function) {}
