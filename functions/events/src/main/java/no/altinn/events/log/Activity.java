package no.altinn.events.log;

/** What a log entry is about. The names are part of the contract with log readers. */
public enum Activity {
    UNAUTHORIZED("Unauthorized"),
    WEBHOOK_POST_RESPONSE("WebhookPostResponse"),
    ENDPOINT_VALIDATION_SUCCESS("EndpointValidationSuccess"),
    ENDPOINT_VALIDATION_FAILED("EndpointValidationFailed"),
    DEQUEUE_LIMIT_REACHED("DequeueLimitReached"),
    INVALID_SUBSCRIPTION("InvalidSubscription");

    private final String text;

    Activity(String text) {
        this.text = text;
    }

    /** The activity's name in logs. */
    public String text() {
        return text;
    }
}
