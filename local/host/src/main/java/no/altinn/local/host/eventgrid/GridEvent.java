package no.altinn.local.host.eventgrid;

/**
 * An event on its way.
 *
 * @param failures how often the function has failed on it
 */
record GridEvent(String lane, String json, int failures) {
    GridEvent failed() {
        return new GridEvent(lane, json, failures + 1);
    }
}
