package no.altinn.acceptance;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Request;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What goes wrong in a browser unseen: errors in the console, script errors that nobody catches,
 * violations of the Content Security Policy, and requests to other machines.
 */
final class BrowserFaults {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1");

    /** Policies that only report are heard of this way alone. */
    private static final String TELL_VIOLATIONS =
            """
            addEventListener('securitypolicyviolation', violation => console.error(
              'CSP: ' + violation.violatedDirective + ' ' + violation.blockedURI));
            """;

    private final BrowserContext context;
    private final List<Pattern> tolerated;
    private final List<String> faults = new ArrayList<>();

    private BrowserFaults(BrowserContext context, List<Pattern> tolerated) {
        this.context = context;
        this.tolerated = tolerated;
    }

    /**
     * Notes what goes wrong in any page of a context from now on.
     *
     * @param tolerated console errors that contain one of these are none
     * @param areForeignRequestsTolerated whether pages may ask other machines
     */
    static BrowserFaults in(
            BrowserContext context, List<String> tolerated, boolean areForeignRequestsTolerated) {
        BrowserFaults faults =
                new BrowserFaults(context, tolerated.stream().map(Pattern::compile).toList());
        context.addInitScript(TELL_VIOLATIONS);
        context.onConsoleMessage(faults::hear);
        context.onWebError(error -> faults.add("uncaught: " + error.error()));
        if (!areForeignRequestsTolerated) {
            context.onRequest(faults::look);
        }
        return faults;
    }

    private void hear(ConsoleMessage message) {
        if (message.type().equals("error")) {
            add("console: " + message.text() + " (" + message.location() + ")");
        }
    }

    private void look(Request request) {
        URI address = URI.create(request.url().replaceAll("[?#].*", ""));
        boolean isSent = address.getHost() != null;
        if (isSent && !THIS_MACHINE.contains(address.getHost())) {
            add("request to another machine: " + address);
        }
    }

    private void add(String fault) {
        if (tolerated.stream().noneMatch(known -> known.matcher(fault).find())) {
            faults.add(fault);
        }
    }

    /** What has gone wrong until now, in its order. */
    List<String> soFar() {
        // An answer comes after all that the browser has told before it.
        context.cookies();
        return List.copyOf(faults);
    }
}
