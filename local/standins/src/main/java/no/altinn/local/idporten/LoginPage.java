package no.altinn.local.idporten;

import no.altinn.local.oauth.OAuthError;
import no.altinn.local.oauth.OAuthParameters;
import no.altinn.local.testdata.Person;
import no.altinn.local.web.Answers;
import no.altinn.local.web.Html;
import no.altinn.platform.http.Answer;

import java.util.List;
import java.util.stream.Collectors;

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

    private LoginPage() {}

    /** 200 with a button for each person. */
    static Answer of(OAuthParameters parameters, AuthorizationRequest request, List<Person> persons)
            throws OAuthError {
        return page("Log in to the local ID-porten", form(parameters, request, persons));
    }

    /** 400 with the same page and a hint, which stays between the person and the page. */
    static Answer afterUnknownPerson(
            OAuthParameters parameters, AuthorizationRequest request, List<Person> persons)
            throws OAuthError {
        String hint = "<p role=\"alert\">There is no test person with this <code>pid</code>.</p>\n";
        return withStatus(
                400,
                page("Log in to the local ID-porten", hint + form(parameters, request, persons)));
    }

    /** 400 with the reason, for a request whose client cannot be told of it. */
    static Answer refusal(OAuthError error) {
        String main =
                "<p role=\"alert\"><code>%s</code>: %s.</p>"
                        .formatted(Html.escape(error.code()), Html.escape(error.description()));
        return withStatus(400, page("This login cannot begin", main));
    }

    private static String form(
            OAuthParameters parameters, AuthorizationRequest request, List<Person> persons)
            throws OAuthError {
        return """
        <p>The client <code>%s</code> wants to know who you are, at the level <code>%s</code>, and
        to have the scopes <code>%s</code>. After the login you go back to <code>%s</code>.</p>
        <form method="post" action="/idporten/authorize">
        %s
        <h2>Test persons</h2>
        <ul>
        %s
        </ul>
        <p><button name="cancel" value="true">Cancel</button></p>
        </form>
        """
                .formatted(
                        Html.escape(request.back().clientId()),
                        Html.escape(request.assurance().acr()),
                        Html.escape(request.scope()),
                        Html.escape(request.back().redirectUri().text()),
                        hiddenInputs(parameters),
                        persons.stream().map(LoginPage::button).collect(Collectors.joining("\n")));
    }

    private static String hiddenInputs(OAuthParameters parameters) throws OAuthError {
        StringBuilder inputs = new StringBuilder();
        for (String name : REPEATED) {
            parameters
                    .optional(name)
                    .ifPresent(
                            value ->
                                    inputs.append(
                                            "<input type=\"hidden\" name=\"%s\" value=\"%s\">\n"
                                                    .formatted(name, Html.escape(value))));
        }
        return inputs.toString();
    }

    private static String button(Person person) {
        return "<li><button name=\"pid\" value=\"%1$s\">%2$s, %1$s</button></li>"
                .formatted(Html.escape(person.nin()), Html.escape(person.name()));
    }

    // There is no form-action: browsers hold the redirects after a form against it, too, and where
    // a client sends the person on is not known here.
    private static Answer page(String title, String main) {
        return Answers.html(Html.page(title, main))
                .with("Cache-Control", "no-store")
                // The address has the client's state in it.
                .with("Referrer-Policy", "no-referrer")
                // Nobody's frame may lure anyone into a login.
                .with("X-Frame-Options", "DENY");
    }

    private static Answer withStatus(int status, Answer answer) {
        return new Answer(status, answer.headers(), answer.body());
    }
}
