package no.altinn.platform.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.azure.functions.annotation.FunctionName;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What holds for every function app as it is deployed. */
public abstract class StagedAppContract {
    private static final long MAX_BYTES = 60L << 20;
    private static final Predicate<String> SIGNATURE =
            Pattern.compile("META-INF/[^/]+\\.(SF|RSA|DSA|EC)").asMatchPredicate();

    private final StagedApp app = StagedApp.fromBuild();
    private final List<StagedFunction> functions =
            app.functions().entrySet().stream()
                    .map(function -> new StagedFunction(function.getKey(), function.getValue()))
                    .toList();

    /** What fires each function, by the function's name: HTTP as method and route. */
    protected abstract Map<String, String> triggers();

    @Test
    void whatFiresEachFunctionIsWhatTheContractSays() {
        assertThat(
                        functions.stream()
                                .collect(
                                        Collectors.toMap(
                                                StagedFunction::name, StagedFunction::fires)))
                .containsExactlyInAnyOrderEntriesOf(triggers());
    }

    @Test
    void everyFunctionIsWhatItsAnnotationsSay() {
        assertThat(functions).isNotEmpty().flatExtracting(StagedFunction::differences).isEmpty();
    }

    @Test
    void everyFunctionOfTheClassesIsStaged() {
        assertThat(
                        functions.stream()
                                .map(StagedFunction::type)
                                .distinct()
                                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                                .filter(method -> method.isAnnotationPresent(FunctionName.class))
                                .map(method -> method.getAnnotation(FunctionName.class).value()))
                .containsExactlyInAnyOrderElementsOf(
                        functions.stream().map(StagedFunction::name).toList());
    }

    @Test
    void everyHttpFunctionDecidesItselfWhoMayCall() {
        assertThat(functions)
                .filteredOn(function -> function.trigger().has("route"))
                .isNotEmpty()
                .allSatisfy(
                        function -> {
                            assertThat(function.trigger().path("authLevel").asText())
                                    .isEqualTo("ANONYMOUS");
                            // The host answers 404 to everything where no method is named.
                            assertThat(function.trigger().path("methods")).isNotEmpty();
                        });
    }

    @Test
    void everyFunctionIsRunFromTheAppsOwnLibrary() {
        assertThat(functions)
                .extracting(
                        function ->
                                app.file(
                                        function.name(),
                                        function.json().path("scriptFile").asText()))
                .allSatisfy(path -> assertThat(path).isRegularFile())
                .containsOnly(app.ownLibrary());
    }

    @Test
    void theHostIsConfiguredByTheRepositorysOwnFile() {
        Path own = Path.of("../../host.json");

        assertThat(Files.exists(own)).isTrue();
        assertThat(app.host()).isEqualTo(StagedApp.json(own));
        assertThat(app.host().at("/extensions/http/routePrefix").asText("api")).isEmpty();
    }

    @Test
    void noClassIsThereTwice() {
        // The worker's class path has no order, so that either of two could win.
        assertThat(app.classes().entrySet())
                .filteredOn(type -> type.getValue().size() > 1)
                .isEmpty();
    }

    @Test
    void nothingIsShadowedByTheWorkersOwnLibraries() {
        assertThat(app.classes().keySet())
                .noneMatch(type -> type.startsWith("com/google/gson/"))
                .noneMatch(type -> type.startsWith("com/microsoft/azure/functions/spi/"))
                .noneMatch(type -> type.startsWith("com/microsoft/azure/functions/rpc/"))
                .noneMatch(type -> type.startsWith("com/microsoft/azure/functions/worker/"))
                .noneMatch(type -> type.startsWith("com/microsoft/azure/functions/shaded/"))
                .noneMatch(type -> type.equals("com/microsoft/azure/functions/HttpStatus.class"));
    }

    @Test
    void neitherTestsNorTheLocalPlatformAreDeployed() {
        assertThat(app.classes().keySet())
                .noneMatch(type -> type.startsWith("no/altinn/local/"))
                .noneMatch(type -> type.startsWith("org/junit/"))
                .noneMatch(type -> type.startsWith("org/assertj/"))
                .noneMatch(type -> type.startsWith("org/mockito/"))
                .noneMatch(type -> type.startsWith("mockwebserver3/"))
                .noneMatch(type -> type.startsWith("org/bouncycastle/cert/"))
                .noneMatch(type -> type.startsWith("org/eclipse/jetty/"))
                .noneMatch(type -> type.startsWith("org/sqlite/"));
        assertThat(app.libraries()).noneMatch(library -> library.toString().endsWith("-tests.jar"));
    }

    /** Bouncy Castle makes certificates for tests; it is deployed where passwords are hashed. */
    @Test
    void bouncyCastleIsDeployedWithPasswordsAlone() {
        assertThat(
                        app.classes().keySet().stream()
                                .anyMatch(type -> type.startsWith("org/bouncycastle/")))
                .isEqualTo(hashesPasswords());
    }

    /** Whether the app hashes passwords. */
    protected boolean hashesPasswords() {
        return false;
    }

    @Test
    void theOnlyNativePartsAreThoseOfTheMachineItRunsOn() {
        assertThat(app.libraries())
                .noneMatch(
                        library ->
                                library.toString()
                                        .matches(".*-(osx|windows|linux-aarch_?64)\\b.*\\.jar"));
    }

    @Test
    void allPartsOfNettyAreOfOneVersionAndSoIsItsTls() {
        // Its own TLS has versions of its own; classes and native part must fit together.
        assertThat(versions("netty-(?!tcnative-)[a-z0-9-]+?")).hasSizeLessThan(2);
        assertThat(versions("netty-tcnative-[a-z0-9-]+?")).hasSizeLessThan(2);
    }

    /** The versions of all libraries with such a name. */
    private Set<String> versions(String name) {
        Pattern file = Pattern.compile(name + "-([0-9]+\\.[0-9]+\\.[0-9]+\\.Final)(-.*)?\\.jar");
        return app.libraries().stream()
                .map(library -> file.matcher(library.getFileName().toString()))
                .filter(Matcher::matches)
                .map(library -> library.group(1))
                .collect(Collectors.toSet());
    }

    @Test
    void whatIsLoggedReachesTheWorker() {
        assertThat(app.classes()).containsKey("org/slf4j/jul/JULServiceProvider.class");
    }

    @Test
    void noClassIsHeldAgainstASignatureWhenItIsLoaded() {
        assertThat(app.libraries())
                .isNotEmpty()
                .allSatisfy(library -> assertThat(StagedApp.files(library)).noneMatch(SIGNATURE));
    }

    @Test
    void thePackageIsSmallEnoughToStartQuickly() {
        assertThat(app.bytes()).isLessThan(MAX_BYTES);
    }
}
