package no.altinn.local.host.queue;

import no.altinn.local.host.BindingValues;

import java.time.Instant;
import java.util.Optional;

/** The metadata that Azure gives with a queue message. Times come as JSON, with their quotes. */
record MessageValues(QueueMessage message) implements BindingValues {
    @Override
    public Optional<String> find(String name) {
        return Optional.ofNullable(
                switch (name) {
                    case "Id" -> message.id();
                    case "PopReceipt" -> message.popReceipt();
                    case "DequeueCount" -> Integer.toString(message.dequeueCount());
                    case "InsertionTime" -> quoted(message.inserted());
                    case "ExpirationTime" -> quoted(message.expires());
                    case "NextVisibleTime" -> quoted(message.nextVisible());
                    case "QueueTrigger" -> message.text();
                    default -> null;
                });
    }

    private static String quoted(Instant time) {
        return '"' + time.toString() + '"';
    }
}
