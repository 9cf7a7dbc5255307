package no.altinn.events.log;

import java.time.Instant;

/**
 * One thing that happened to an event on its way to a subscription.
 *
 * @param cloudEventId the event's id
 * @param resource the event's resource; empty when unknown
 * @param type the event's type; empty when unknown
 * @param subscriptionId the subscription's id; 0 when none is concerned
 * @param consumer the subscription's consumer; empty when unknown
 * @param endpoint where the event was sent; empty when nothing was sent
 * @param status the HTTP status; 0 when there was no answer
 */
public record LogEntry(
        Activity activity,
        Instant time,
        String cloudEventId,
        String resource,
        String type,
        int subscriptionId,
        String consumer,
        String endpoint,
        int status) {

    /** An entry in which all is unknown but this. */
    public static Builder of(Activity activity, Instant time) {
        return new Builder(activity, time);
    }

    /** Fills an entry in. What is not given stays unknown. */
    public static final class Builder {
        private final Activity activity;
        private final Instant time;
        private String cloudEventId = "";
        private String resource = "";
        private String type = "";
        private int subscriptionId;
        private String consumer = "";
        private String endpoint = "";
        private int status;

        private Builder(Activity activity, Instant time) {
            this.activity = activity;
            this.time = time;
        }

        /** The event's id. */
        public Builder cloudEventId(String value) {
            this.cloudEventId = value;
            return this;
        }

        /** The event's resource. */
        public Builder resource(String value) {
            this.resource = value;
            return this;
        }

        /** The event's type. */
        public Builder type(String value) {
            this.type = value;
            return this;
        }

        /** The subscription's id. */
        public Builder subscriptionId(int value) {
            this.subscriptionId = value;
            return this;
        }

        /** The subscription's consumer. */
        public Builder consumer(String value) {
            this.consumer = value;
            return this;
        }

        /** Where the event was sent. */
        public Builder endpoint(String value) {
            this.endpoint = value;
            return this;
        }

        /** The HTTP status of the answer. */
        public Builder status(int value) {
            this.status = value;
            return this;
        }

        /** The entry. */
        public LogEntry build() {
            return new LogEntry(
                    activity,
                    time,
                    cloudEventId,
                    resource,
                    type,
                    subscriptionId,
                    consumer,
                    endpoint,
                    status);
        }
    }
}
