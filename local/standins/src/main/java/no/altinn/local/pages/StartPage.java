package no.altinn.local.pages;

import no.altinn.local.testdata.Parties;
import no.altinn.local.web.Answers;
import no.altinn.local.web.Endpoints;
import no.altinn.local.web.Html;

import org.eclipse.jetty.server.Handler;

import java.util.function.Supplier;

/** The page at {@code /}: what the local platform serves, its test data and credentials. */
public final class StartPage {
    private static final String SERVICES =
            """
            <h2>What is here</h2>
            <ul>
            <li>The Events API under <code>/events/api/v1</code>;
            is it well? <a href="/events/api/v1/health">Health</a></li>
            <li><a href="/webhooks">Webhooks received</a>: subscribe with an endpoint such as
            <code>/webhooks/mine</code>, then GET, DELETE or
            PUT <code>/webhooks/mine/behaviour</code>
            <code>{"status":503,"delayMs":0,"times":3}</code></li>
            <li>Keys of the tokens:
            <a href="/authentication/api/v1/openid/.well-known/openid-configuration">discovery</a>,
            <a href="/authentication/api/v1/openid/.well-known/openid-configuration/jwks">key
            set</a></li>
            <li>Token exchange: <code>GET /authentication/api/v1/exchange/maskinporten</code> or
            <code>/exchange/id-porten</code>, with such a token as bearer</li>
            <li>ID-porten, to log test persons in:
            <a href="/idporten/.well-known/openid-configuration">its discovery</a></li>
            <li>Maskinporten: <a
            href="/maskinporten/.well-known/oauth-authorization-server">metadata</a>,
            <a href="/maskinporten/clients/">clients</a>;
            register one with <code>POST /maskinporten/clients/</code></li>
            <li>Decisions at <code>POST /authorization/api/v1/decision</code>, by
            <code>policies.json</code></li>
            <li>Lookups at <code>POST /register/api/v1/parties/lookup</code>, over
            <code>parties.json</code></li>
            </ul>
            <h2>Test tokens</h2>
            <p>HTTP Basic; any user and password that are not empty will do. The links give
            tokens with scopes to subscribe, a service owner's also to publish. A platform access
            token goes into the header <code>PlatformAccessToken</code>.</p>
            """;

    private final Supplier<Parties> parties;

    /** Shows whom the supplier gives at the time of each request. */
    public StartPage(Supplier<Parties> parties) {
        this.parties = parties;
    }

    /** Serves {@code GET /}. */
    public Handler handler() {
        return Endpoints.builder()
                .get(
                        "/",
                        request ->
                                Answers.html(
                                        Html.page(
                                                "The local Altinn platform",
                                                SERVICES + PartyTable.render(parties.get()))))
                .build();
    }
}
