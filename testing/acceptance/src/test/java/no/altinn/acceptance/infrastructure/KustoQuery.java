package no.altinn.acceptance.infrastructure;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A query of logs, read as far as its names. Immutable.
 *
 * @param text the query
 */
record KustoQuery(String text) {
    private static final Set<String> COMMON =
            Set.of(
                    "TimeGenerated",
                    "Type",
                    "TenantId",
                    "_ResourceId",
                    "_SubscriptionId",
                    "_IsBillable");
    private static final Set<String> APPS =
            Set.of(
                    "AppRoleName",
                    "AppRoleInstance",
                    "AppVersion",
                    "ClientType",
                    "OperationId",
                    "OperationName",
                    "ParentId",
                    "Properties",
                    "ItemCount",
                    "ResourceGUID",
                    "SDKVersion");

    /** The tables, with the columns beside those that every table has. */
    private static final Map<String, Set<String>> TABLES =
            Map.ofEntries(
                    Map.entry("AppMetrics", with(APPS, "Name", "Sum", "Min", "Max")),
                    Map.entry(
                            "AppRequests",
                            with(
                                    APPS,
                                    "Id",
                                    "Name",
                                    "Url",
                                    "Success",
                                    "ResultCode",
                                    "DurationMs",
                                    "Source",
                                    "PerformanceBucket",
                                    "Measurements")),
                    Map.entry(
                            "AppDependencies",
                            with(
                                    APPS,
                                    "Id",
                                    "Name",
                                    "Target",
                                    "Data",
                                    "DependencyType",
                                    "Success",
                                    "ResultCode",
                                    "DurationMs",
                                    "PerformanceBucket")),
                    Map.entry("AppTraces", with(APPS, "Message", "SeverityLevel")),
                    Map.entry(
                            "AppExceptions",
                            with(
                                    APPS,
                                    "ExceptionType",
                                    "ProblemId",
                                    "OuterMessage",
                                    "SeverityLevel")),
                    Map.entry(
                            "AppAvailabilityResults",
                            with(APPS, "Name", "Location", "Success", "DurationMs", "Message")),
                    Map.entry(
                            "StorageQueueLogs",
                            Set.of(
                                    "AccountName",
                                    "OperationName",
                                    "StatusCode",
                                    "StatusText",
                                    "Uri",
                                    "Category",
                                    "DurationMs",
                                    "CallerIpAddress",
                                    "AuthenticationType")),
                    Map.entry(
                            "StorageBlobLogs",
                            Set.of(
                                    "AccountName",
                                    "OperationName",
                                    "StatusCode",
                                    "StatusText",
                                    "Uri",
                                    "Category",
                                    "DurationMs",
                                    "CallerIpAddress",
                                    "AuthenticationType",
                                    "ObjectKey")),
                    Map.entry(
                            "ApiManagementGatewayLogs",
                            Set.of(
                                    "ApiId",
                                    "OperationId",
                                    "ResponseCode",
                                    "TotalTime",
                                    "BackendTime",
                                    "BackendResponseCode",
                                    "IsRequestSuccess",
                                    "LastErrorReason",
                                    "Method",
                                    "Url",
                                    "CallerIpAddress",
                                    "CorrelationId")),
                    Map.entry("_LogOperation", Set.of("Category", "Level", "Operation", "Detail")),
                    Map.entry(
                            "Usage",
                            Set.of(
                                    "DataType",
                                    "IsBillable",
                                    "Quantity",
                                    "QuantityUnit",
                                    "Solution")));

    private static final Set<String> WORDS =
            Set.of(
                    "where",
                    "summarize",
                    "extend",
                    "project",
                    "by",
                    "and",
                    "or",
                    "not",
                    "in",
                    "between",
                    "contains",
                    "has",
                    "startswith",
                    "endswith",
                    "order",
                    "sort",
                    "top",
                    "take",
                    "asc",
                    "desc",
                    "true",
                    "false",
                    "union",
                    "let",
                    "render",
                    "timechart",
                    "distinct",
                    "count",
                    "matches",
                    "regex",
                    "has_any",
                    "nulls",
                    "parse",
                    "with",
                    "kind",
                    "last",
                    "first");
    private static final Pattern STRING = Pattern.compile("\"([^\"]*)\"|'([^']*)'");
    private static final Pattern PARAMETER = Pattern.compile("\\{[^}]*\\}");
    private static final Pattern MADE = Pattern.compile("\\b([A-Za-z_]\\w*)\\s*=(?![=~])");
    private static final Pattern PARSED =
            Pattern.compile(
                    "\\b([A-Za-z_]\\w*):(?:string|long|int|real|bool|datetime|timespan)\\b");
    private static final Pattern NAME =
            Pattern.compile("(?<![\\w.])([A-Za-z_]\\w*)\\b(?!\\s*\\()(\\.[\\w.]+)?");
    private static final Pattern TABLE = Pattern.compile("\\s*(?:union\\s+)?([A-Za-z_]\\w*)");

    private static Set<String> with(Set<String> columns, String... more) {
        Set<String> all = new HashSet<>(columns);
        all.addAll(List.of(more));
        return Set.copyOf(all);
    }

    /** Texts that a column is compared with, each by itself. */
    List<String> comparedWith(String column) {
        Pattern compared =
                Pattern.compile(
                        "\\b"
                                + column
                                + "\\s*(?:==|=~|in~?)\\s*(\\((?:[^)]*)\\)|\"[^\"]*\"|'[^']*')");
        return compared.matcher(text)
                .results()
                .flatMap(one -> STRING.matcher(one.group(1)).results())
                .map(one -> one.group(1) == null ? one.group(2) : one.group(1))
                .toList();
    }

    /** The table that the query begins with. */
    String table() {
        Matcher table = TABLE.matcher(text);
        return table.lookingAt() ? table.group(1) : "";
    }

    /** Names in the query that are no column of its table and no column that it makes. */
    Stream<String> unknown() {
        if (!TABLES.containsKey(table())) {
            return Stream.of("table " + table());
        }
        String names = PARAMETER.matcher(STRING.matcher(text).replaceAll("0")).replaceAll("0");
        Set<String> known = new HashSet<>(TABLES.get(table()));
        known.addAll(COMMON);
        known.addAll(WORDS);
        known.add(table());
        MADE.matcher(names).results().forEach(one -> known.add(one.group(1)));
        PARSED.matcher(names).results().forEach(one -> known.add(one.group(1)));
        return NAME.matcher(PARSED.matcher(names).replaceAll("0"))
                .results()
                .map(one -> one.group(1))
                .filter(name -> !known.contains(name))
                .map(name -> "column " + name)
                .distinct();
    }
}
