package no.altinn.local.idporten;

import com.nimbusds.oauth2.sdk.OAuth2Error;

import no.altinn.local.oauth.OAuthError;
import no.altinn.local.oauth.OAuthParameters;
import no.altinn.local.testdata.Parties;
import no.altinn.local.testdata.Person;
import no.altinn.platform.http.Answer;
import no.altinn.platform.http.Request;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Logs people in (OpenID Connect Core §3.1.2): shows a page with the test persons, and sends the
 * one who was picked back to the client with a code. Thread-safe.
 */
final class AuthorizationEndpoint {
    private final ProviderMetadata metadata;
    private final Supplier<Parties> parties;
    private final AuthorizationCodes codes;
    private final Clock clock;

    AuthorizationEndpoint(
            ProviderMetadata metadata,
            Supplier<Parties> parties,
            AuthorizationCodes codes,
            Clock clock) {
        this.metadata = metadata;
        this.parties = parties;
        this.codes = codes;
        this.clock = clock;
    }

    /** Answers a request in a query with the page. */
    Answer show(Request request) {
        return answer(() -> OAuthParameters.ofQuery(request), this::page);
    }

    /** Answers a request in a form: with the page, or the way back when {@code pid} is there. */
    Answer choose(Request request) {
        return answer(() -> OAuthParameters.ofForm(request), this::chosen);
    }

    /** The client learns of errors only once its return address is known to be good. */
    private Answer answer(Reading reading, Step step) {
        OAuthParameters parameters;
        ReturnAddress back;
        try {
            parameters = reading.read();
            back = ReturnAddress.read(parameters, metadata.issuer());
        } catch (OAuthError e) {
            return LoginPage.refusal(e);
        }
        try {
            return step.take(parameters, AuthorizationRequest.read(parameters, back));
        } catch (OAuthError e) {
            return back.withError(e);
        }
    }

    private Answer page(OAuthParameters parameters, AuthorizationRequest request)
            throws OAuthError {
        return LoginPage.of(parameters, request, parties.get().persons());
    }

    private Answer chosen(OAuthParameters parameters, AuthorizationRequest request)
            throws OAuthError {
        if (parameters.optional("cancel").isPresent()) {
            throw new OAuthError(OAuth2Error.ACCESS_DENIED_CODE, "The person cancelled the login");
        }
        Optional<String> pid = parameters.optional("pid");
        if (pid.isEmpty()) {
            return page(parameters, request);
        }
        Optional<Person> person = parties.get().person(pid.get());
        if (person.isEmpty()) {
            return LoginPage.afterUnknownPerson(parameters, request, parties.get().persons());
        }
        return request.back().withCode(codes.issue(login(request, person.get())));
    }

    private Login login(AuthorizationRequest request, Person person) {
        return new Login(request, person, clock.instant(), UUID.randomUUID().toString());
    }

    private interface Reading {
        OAuthParameters read() throws OAuthError;
    }

    private interface Step {
        Answer take(OAuthParameters parameters, AuthorizationRequest request) throws OAuthError;
    }
}
