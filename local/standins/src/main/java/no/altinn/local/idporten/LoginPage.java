package no.altinn.local.idporten;

import no.altinn.local.oauth.OAuthError;
import no.altinn.local.oauth.OAuthParameters;
import no.altinn.local.testdata.Person;
import no.altinn.local.web.Answers;
import no.altinn.local.web.PageTemplate;
import no.altinn.platform.http.Answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The page on which a test person is picked. It needs no script; all on it is escaped. */
final class LoginPage {
    /** What the page's form repeats of the request, so that it needs no session. */
    private static final List<String> REPEATED =
            List.of(
                    "client_id",
                    "redirect_uri",
                    "response_type",
                    "response_mode",
                    "scope",
                    "state",
                    "nonce",
                    "code_challenge",
                    "code_challenge_method",
                    "acr_values",
                    "ui_locales");

    private static final PageTemplate LOGIN = PageTemplate.beside(LoginPage.class, "login");
    private static final PageTemplate REFUSAL = PageTemplate.beside(LoginPage.class, "refusal");

    private LoginPage() {}

    /** 200 with a button for each person. */
    static Answer of(OAuthParameters parameters, AuthorizationRequest request, List<Person> persons)
            throws OAuthError {
        return page(login(parameters, request, persons, false));
    }

    /** 400 with the same page and a hint, which stays between the person and the page. */
    static Answer afterUnknownPerson(
            OAuthParameters parameters, AuthorizationRequest request, List<Person> persons)
            throws OAuthError {
        return withStatus(400, page(login(parameters, request, persons, true)));
    }

    /** 400 with the reason, for a request whose client cannot be sent the error. */
    static Answer refusal(OAuthError error) {
        return withStatus(
                400,
                page(
                        // The description begins with the code.
                        REFUSAL.render(Map.of("description", error.description()))));
    }

    private static String login(
            OAuthParameters parameters,
            AuthorizationRequest request,
            List<Person> persons,
            boolean isPersonUnknown)
            throws OAuthError {
        return LOGIN.render(
                Map.of(
                        "isPersonUnknown",
                        isPersonUnknown,
                        "clientId",
                        request.back().clientId(),
                        "acr",
                        request.assurance().acr(),
                        "scope",
                        request.scope(),
                        "redirectUri",
                        request.back().redirectUri().text(),
                        "repeated",
                        repeated(parameters),
                        "persons",
                        persons.stream()
                                .map(person -> Map.of("nin", person.nin(), "name", person.name()))
                                .toList()));
    }

    private static List<Map<String, String>> repeated(OAuthParameters parameters)
            throws OAuthError {
        List<Map<String, String>> inputs = new ArrayList<>();
        for (String name : REPEATED) {
            parameters
                    .optional(name)
                    .ifPresent(value -> inputs.add(Map.of("name", name, "value", value)));
        }
        return inputs;
    }

    // There is no form-action: browsers hold the redirects after a form against it, too, and where
    // a client sends the person on is not known here.
    private static Answer page(String html) {
        return Answers.html(html)
                .with("Cache-Control", "no-store")
                // The address has the client's state in it.
                .with("Referrer-Policy", "no-referrer")
                // No other site's frame may lure a user into a login.
                .with("X-Frame-Options", "DENY");
    }

    private static Answer withStatus(int status, Answer answer) {
        return new Answer(status, answer.headers(), answer.body());
    }
}
