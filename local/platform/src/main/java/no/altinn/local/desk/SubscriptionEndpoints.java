package no.altinn.local.desk;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.events.subscription.Subscription;
import no.altinn.events.subscription.SubscriptionStore;
import no.altinn.local.overview.Overview;
import no.altinn.local.web.Answers;
import no.altinn.platform.http.Answer;
import no.altinn.platform.http.Problem;
import no.altinn.platform.http.Request;
import no.altinn.platform.json.Json;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The newest subscriptions, and validations that are to begin again. Thread-safe. */
final class SubscriptionEndpoints {
    /** How many subscriptions are listed. */
    static final int MOST_SUBSCRIPTIONS = 100;

    private final SubscriptionStore subscriptions;
    private final Optional<Overview> overview;
    private final Consumer<Subscription> validate;

    SubscriptionEndpoints(
            SubscriptionStore subscriptions,
            Optional<Overview> overview,
            Consumer<Subscription> validate) {
        this.subscriptions = subscriptions;
        this.overview = overview;
        this.validate = validate;
    }

    /** {@code listed} is false where the backend cannot list subscriptions. */
    Answer list(Request request) {
        ObjectNode json = Json.object().put("listed", overview.isPresent());
        ArrayNode list = json.putArray("subscriptions");
        overview.ifPresent(
                it ->
                        it.subscriptions(MOST_SUBSCRIPTIONS)
                                .forEach(one -> list.add(DeskJson.of(one))));
        return Answers.json(json.toString());
    }

    /** 202 when the validation begins again; 409 when it has been validated. */
    Answer tryNow(Request request, Map<String, String> path) {
        Subscription subscription =
                subscriptions
                        .find(Numbers.of(path.get("id")))
                        .orElseThrow(
                                () -> Problem.of(404, "There is no subscription with this id."));
        if (subscription.isValidated()) {
            throw Problem.of(409, "The subscription is validated already.");
        }
        validate.accept(subscription);
        return Answer.empty(202);
    }
}
