package no.altinn.acceptance.gateway;

import java.util.Map;
import java.util.Set;

/**
 * What API Management's reference of policies and their expressions knows, as far as it is used.
 */
final class PolicyRules {
    private static final Set<String> EVERYWHERE =
            Set.of("inbound", "backend", "outbound", "on-error");

    /** A policy's attributes and the sections in which it may stand. */
    record Rule(Set<String> attributes, Set<String> sections) {}

    static final Map<String, Rule> POLICIES =
            Map.ofEntries(
                    rule("policies", ""),
                    rule("inbound", ""),
                    rule("backend", ""),
                    rule("outbound", ""),
                    rule("on-error", ""),
                    rule("fragment", ""),
                    rule("base", ""),
                    rule("choose", ""),
                    rule("when", "condition"),
                    rule("otherwise", ""),
                    rule("set-variable", "name value"),
                    rule("set-header", "name exists-action"),
                    rule("value", ""),
                    rule("include-fragment", "fragment-id"),
                    rule("cache-lookup-value", "key default-value variable-name caching-type"),
                    rule("cache-store-value", "key value duration caching-type"),
                    rule("return-response", "response-variable-name"),
                    rule("send-request", "mode response-variable-name timeout ignore-error"),
                    rule("set-url", ""),
                    rule("set-body", "", "inbound", "backend", "outbound", "on-error"),
                    rule("set-method", "", "inbound", "outbound", "on-error"),
                    // The first three where it does not stand in an answer of the gateway's own.
                    rule("set-status", "code reason", "outbound", "backend", "on-error", "inbound"),
                    rule("rewrite-uri", "template copy-unmatched-params", "inbound"),
                    rule("set-backend-service", "base-url", "inbound", "backend"),
                    rule(
                            "rate-limit-by-key",
                            "calls renewal-period counter-key retry-after-header-name"
                                    + " retry-after-variable-name remaining-calls-header-name"
                                    + " total-calls-header-name",
                            "inbound"),
                    rule(
                            "forward-request",
                            "timeout follow-redirects buffer-request-body buffer-response",
                            "backend"));

    /** The types that expressions may name. */
    static final Set<String> TYPES =
            Set.of(
                    "BitConverter",
                    "Convert",
                    "Dictionary",
                    "Encoding",
                    "IPAddress",
                    "IResponse",
                    "JObject",
                    "JProperty",
                    "Jwt",
                    "Math",
                    "Newtonsoft",
                    "Regex",
                    "SHA256",
                    "StringComparison",
                    "Uri",
                    "UriPartial",
                    "XElement");

    /** The members of the context that are read. */
    static final Set<String> MEMBERS =
            Set.of(
                    "LastError.Reason",
                    "Operation.Id",
                    "Request.Certificate",
                    "Request.Certificate.RawData",
                    "Request.Headers.ContainsKey",
                    "Request.Headers.GetValueOrDefault",
                    "Request.Headers.Keys.Any",
                    "Request.IpAddress",
                    "Request.Method",
                    "Request.OriginalUrl.Path",
                    "Request.OriginalUrl.Path.Contains",
                    "Request.OriginalUrl.QueryString",
                    "Response.Headers.ContainsKey",
                    "Response.Headers.GetValueOrDefault",
                    "Response.StatusCode",
                    "Variables",
                    "Variables.ContainsKey",
                    "Variables.GetValueOrDefault");

    private PolicyRules() {}

    private static Map.Entry<String, Rule> rule(
            String name, String attributes, String... sections) {
        return Map.entry(
                name,
                new Rule(
                        Set.of(attributes.split(" ", -1)),
                        sections.length == 0 ? EVERYWHERE : Set.of(sections)));
    }
}
