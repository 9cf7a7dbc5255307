package no.altinn.events.webhook.okhttp;

import java.util.function.UnaryOperator;

import javax.net.ServerSocketFactory;

class KeptConnectionsTest extends KeptConnectionsContract {
    KeptConnectionsTest() {
        super("http", ServerSocketFactory.getDefault(), UnaryOperator.identity());
    }
}
