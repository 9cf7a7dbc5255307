package no.altinn.acceptance.infrastructure;

import com.microsoft.azure.functions.annotation.EventGridTrigger;

import no.altinn.acceptance.infrastructure.bicep.Deployed;
import no.altinn.acceptance.infrastructure.bicep.Deployment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which functions run on which site. */
final class FunctionRules {
    private static final Pattern DESTINATION =
            Pattern.compile("/Microsoft.Web/sites/«(?<site>\\w+)»/functions/(?<function>\\w+)");

    static final List<Rule> RULES =
            List.of(
                    new Rule(
                            "only functions that there are can be switched off",
                            FunctionRules::unknown),
                    new Rule(
                            "every function of an app runs on exactly one of its sites",
                            FunctionRules::elsewhere),
                    new Rule(
                            "the topic calls a function that Event Grid starts, on the site that runs it",
                            FunctionRules::notDelivered),
                    new Rule(
                            "the topic calls with one CloudEvent at a time, which is what the function reads",
                            FunctionRules::otherwise));

    private FunctionRules() {}

    private static List<String> unknown(Infrastructure infrastructure) {
        return Site.all(infrastructure)
                .flatMap(
                        site ->
                                site.disabled().stream()
                                        .filter(name -> find(site.app(), name).isEmpty())
                                        .map(name -> site.told("there is no function " + name)))
                .toList();
    }

    private static Optional<AppFunction> find(String app, String name) {
        return AppFunction.of(app).stream().filter(one -> one.name().equals(name)).findFirst();
    }

    private static List<String> elsewhere(Infrastructure infrastructure) {
        List<String> faults = new ArrayList<>();
        for (Deployment deployment : infrastructure.environments()) {
            List<Site> sites = Site.of(deployment).toList();
            for (AppFunction function : AppFunction.all()) {
                List<String> on =
                        sites.stream()
                                .filter(site -> site.functions().contains(function))
                                .map(site -> site.resource().name())
                                .toList();
                if (on.size() != 1) {
                    faults.add(
                            "%s: %s runs on %s".formatted(deployment.name(), function.name(), on));
                }
            }
        }
        return faults;
    }

    private static List<String> notDelivered(Infrastructure infrastructure) {
        List<String> faults = new ArrayList<>();
        List<Deployed> subscriptions =
                infrastructure
                        .subscription()
                        .all("Microsoft.EventGrid/topics/eventSubscriptions")
                        .toList();
        if (subscriptions.isEmpty()) {
            faults.add("the topic has no subscription");
        }
        for (Deployed subscription : subscriptions) {
            String destination =
                    subscription
                            .properties()
                            .path("destination")
                            .path("properties")
                            .path("resourceId")
                            .asText();
            if (infrastructure.environments().stream()
                    .anyMatch(deployment -> !isDelivered(deployment, destination))) {
                faults.add("nothing is delivered to " + destination);
            }
        }
        return faults;
    }

    private static boolean isDelivered(Deployment deployment, String destination) {
        Matcher parts = DESTINATION.matcher(destination);
        if (!parts.matches()) {
            return false;
        }
        String name = deployment.outputs().path(parts.group("site")).asText();
        Stream<AppFunction> functions =
                Site.of(deployment)
                        .filter(site -> site.resource().name().equals(name))
                        .flatMap(site -> site.functions().stream());
        return functions.anyMatch(
                one ->
                        one.name().equals(parts.group("function"))
                                && one.trigger() instanceof EventGridTrigger);
    }

    private static List<String> otherwise(Infrastructure infrastructure) {
        return infrastructure.inEach(
                "Microsoft.EventGrid/topics/eventSubscriptions",
                (deployment, subscription) -> {
                    String schema = subscription.properties().path("eventDeliverySchema").asText();
                    long batch =
                            subscription
                                    .properties()
                                    .path("destination")
                                    .path("properties")
                                    .path("maxEventsPerBatch")
                                    .asLong(1);
                    return schema.equals("CloudEventSchemaV1_0") && batch == 1
                            ? Stream.empty()
                            : Stream.of("%d of %s".formatted(batch, schema));
                });
    }
}
