package no.altinn.testing.cosmos;

import java.util.HashMap;
import java.util.Map;

/**
 * What a request is answered with.
 *
 * @param body JSON; empty for none
 * @param charge what the request cost, in request units
 */
record Answer(int status, Map<String, String> headers, String body, double charge) {
    Answer {
        headers = Map.copyOf(headers);
    }

    Answer costing(double units) {
        return new Answer(status, headers, body, units);
    }

    Answer with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new Answer(status, more, body, charge);
    }
}
