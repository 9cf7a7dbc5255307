package no.altinn.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

/** What a client is told of nonsense: a 4xx that gives nothing of the inside away. */
final class Refusal {
    private Refusal() {}

    /** The call is 400, with a reason. */
    static void refused(Call call) {
        refused(call, 400);
    }

    /** The call is refused with this status and a reason. */
    static void refused(Call call, int status) {
        Reply reply = call.send();
        assertThat(reply.status()).as(reply.toString()).isEqualTo(status);
        assertThat(reply.told()).isNotEmpty();
        givesNothingAway(reply.body());
    }

    /** The call is 400 or 404. */
    static void refusedOrUnknown(Call call) {
        Reply reply = call.send();
        assertThat(reply.status()).as(reply.toString()).isIn(400, 404);
        givesNothingAway(reply.body());
    }

    /** The call is answered, one way or the other, and is no error of the server. */
    static void harmless(Call call) {
        Reply reply = call.send();
        assertThat(reply.status()).as(reply.toString()).isBetween(200, 499);
        givesNothingAway(reply.body());
    }

    /** The text has nothing in it of what runs inside. */
    static void givesNothingAway(String body) {
        assertThat(body)
                .doesNotContain("Exception", "\tat ", "no.altinn", "java.", "jackson", "Stream")
                .doesNotContain("com.", "org.eclipse", "`", "Feature", "[Source", "class ");
    }
}
