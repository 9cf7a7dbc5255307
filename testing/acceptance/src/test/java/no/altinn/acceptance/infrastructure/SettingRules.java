package no.altinn.acceptance.infrastructure;

import no.altinn.platform.settings.InvalidSettings;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Settings of sites, held against the code that reads them. */
final class SettingRules {
    /** Settings that the host and the worker read, and no app. */
    private static final Pattern OF_THE_HOST =
            Pattern.compile(
                    "AzureWebJobsStorage__(accountName|credential|clientId)"
                            + "|APPLICATIONINSIGHTS_(CONNECTION_STRING|AUTHENTICATION_STRING|ENABLE_AGENT"
                            + "|INSTRUMENTATION_LOGGING_LEVEL)"
                            + "|AzureFunctionsJobHost__extensions__(http__(maxConcurrentRequests"
                            + "|maxOutstandingRequests|routePrefix|dynamicThrottlesEnabled)"
                            + "|queues__(batchSize|newBatchThreshold|maxDequeueCount|visibilityTimeout"
                            + "|maxPollingInterval))"
                            + "|AzureWebJobs[._]\\w+[._]Disabled"
                            + "|JAVA_OPTS|languageWorkers__java__arguments|AZURE_CLIENT_ID");

    /** With what the settings of a connection by identity end, by where it leads. */
    private static final List<String> OF_A_CONNECTION = List.of("__credential", "__clientId");

    private static final Pattern SECRET = Pattern.compile("/?secrets/([\\w-]+)\\)");

    static final List<Rule> RULES =
            List.of(
                    new Rule(
                            "every setting of a site is read by its app or its host",
                            SettingRules::unread),
                    new Rule(
                            "the settings of every site are those that its app takes: none is missing or wrong",
                            SettingRules::refused),
                    new Rule(
                            "every trigger finds the settings of its connection",
                            SettingRules::unconnected),
                    new Rule(
                            "every secret that a setting names is made by a step of the guide",
                            SettingRules::unmade));

    private SettingRules() {}

    private static List<String> unread(Infrastructure infrastructure) {
        return Site.all(infrastructure)
                .flatMap(
                        site -> {
                            Set<String> read = AppSettings.askedBy(site);
                            return site.settings().keySet().stream()
                                    .filter(name -> !read.contains(name))
                                    .filter(name -> !OF_THE_HOST.matcher(name).matches())
                                    .filter(name -> !isOfConnection(name, site))
                                    .map(name -> site.told("nobody reads " + name));
                        })
                .toList();
    }

    // The sites of a package share the settings of their connections.
    private static boolean isOfConnection(String name, Site site) {
        return AppFunction.of(site.app()).stream()
                .flatMap(one -> one.connection().stream())
                .anyMatch(
                        connection ->
                                OF_A_CONNECTION.stream()
                                        .anyMatch(end -> name.equals(connection + end)));
    }

    private static List<String> refused(Infrastructure infrastructure) {
        return Site.all(infrastructure)
                .flatMap(
                        site -> {
                            try {
                                AppSettings.of(site).check();
                                return Stream.empty();
                            } catch (InvalidSettings e) {
                                return Stream.of(site.told(e.getMessage()));
                            }
                        })
                .toList();
    }

    private static List<String> unconnected(Infrastructure infrastructure) {
        return Site.all(infrastructure)
                .flatMap(
                        site ->
                                site.functions().stream()
                                        .flatMap(one -> one.connection().stream())
                                        .distinct()
                                        .flatMap(
                                                name ->
                                                        Stream.concat(
                                                                        OF_A_CONNECTION.stream(),
                                                                        Stream.of(place(name)))
                                                                .map(end -> name + end))
                                        .filter(name -> !site.settings().containsKey(name))
                                        .map(name -> site.told("a trigger needs " + name)))
                .toList();
    }

    private static String place(String connection) {
        return connection.equals("Cosmos") ? "__accountEndpoint" : "__queueServiceUri";
    }

    private static List<String> unmade(Infrastructure infrastructure) {
        return Site.all(infrastructure)
                .flatMap(
                        site ->
                                site.settings().entrySet().stream()
                                        .flatMap(one -> secrets(one.getKey(), one.getValue()))
                                        .filter(name -> !isMade(infrastructure, site, name))
                                        .map(name -> site.told("nobody makes the secret " + name)))
                .toList();
    }

    private static Stream<String> secrets(String setting, String value) {
        return setting.matches("KeyVault__\\w+Key")
                ? Stream.of(value)
                : SECRET.matcher(value).results().map(one -> one.group(1));
    }

    private static boolean isMade(Infrastructure infrastructure, Site site, String name) {
        boolean isKey =
                site.deployment()
                        .all("Microsoft.KeyVault/vaults/keys")
                        .anyMatch(one -> one.name().endsWith("/" + name));
        return isKey
                || Pattern.compile("--name " + Pattern.quote(name) + "\\b")
                        .matcher(infrastructure.guide())
                        .find();
    }
}
