package no.altinn.acceptance;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Gives tests a {@link Page} of Chromium: one browser for all of them, and for each test a context
 * of its own, without cookies and storage ({@link BrowserContext}, if a test wants more pages). A
 * test fails with {@link BrowserFaults} in its pages that it does not {@link Tolerates tolerate}; a
 * failed one leaves a picture in {@code target/screenshots}.
 *
 * <p>Where Chromium is missing, tests are skipped; where {@code CI} is {@code true}, they fail.
 */
public final class WithBrowser implements ExecutionCondition, ParameterResolver, AfterEachCallback {
    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(WithBrowser.class);
    private static final Set<Class<?>> GIVEN =
            Set.of(Page.class, BrowserContext.class, Browser.class);
    private static final String MISSING =
            "There is no Chromium on the PATH. Install it (Debian: apt-get install chromium).";

    /** The context of one test and its page. */
    private record Visit(BrowserContext context, Page page, BrowserFaults faults) {}

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return condition(System.getenv());
    }

    static ConditionEvaluationResult condition(Map<String, String> environment) {
        if (Chromium.find(environment.getOrDefault("PATH", "")).isPresent()) {
            return ConditionEvaluationResult.enabled("Chromium is there.");
        }
        return "true".equalsIgnoreCase(environment.get("CI"))
                ? ConditionEvaluationResult.enabled("Missing, which fails the test here.")
                : ConditionEvaluationResult.disabled(MISSING);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return GIVEN.contains(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        if (type == Browser.class) {
            return browser(context);
        }
        Visit visit =
                context.getStore(NAMESPACE)
                        .computeIfAbsent(Visit.class, key -> visit(context), Visit.class);
        return type == Page.class ? visit.page() : visit.context();
    }

    private static Browser browser(ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(Chromium.class, type -> start(), Chromium.class)
                .browser();
    }

    private static Chromium start() {
        Path executable =
                Chromium.find(Optional.ofNullable(System.getenv("PATH")).orElse(""))
                        .orElseThrow(() -> new IllegalStateException(MISSING));
        return Chromium.start(executable);
    }

    private static Visit visit(ExtensionContext context) {
        Optional<Tolerates> tolerates =
                context.getTestMethod().map(method -> method.getAnnotation(Tolerates.class));
        BrowserContext own =
                browser(context).newContext(new Browser.NewContextOptions().setLocale("en-GB"));
        BrowserFaults faults =
                BrowserFaults.in(
                        own,
                        tolerates.map(some -> List.of(some.consoleErrors())).orElse(List.of()),
                        tolerates.map(Tolerates::foreignRequests).orElse(false));
        return new Visit(own, own.newPage(), faults);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Visit visit = context.getStore(NAMESPACE).remove(Visit.class, Visit.class);
        if (visit == null) {
            return;
        }
        List<String> faults = visit.faults().soFar();
        boolean hasFailed = context.getExecutionException().isPresent();
        if (hasFailed || !faults.isEmpty()) {
            visit.page().screenshot(new Page.ScreenshotOptions().setPath(picture(context)));
        }
        visit.context().close();
        if (!faults.isEmpty()) {
            AssertionError unseen =
                    new AssertionError("In the browser:\n" + String.join("\n", faults));
            context.getExecutionException().ifPresent(unseen::addSuppressed);
            throw unseen;
        }
    }

    private static Path picture(ExtensionContext context) {
        return Path.of(
                "target",
                "screenshots",
                context.getRequiredTestClass().getSimpleName()
                        + "."
                        + context.getRequiredTestMethod().getName()
                        + ".png");
    }
}
