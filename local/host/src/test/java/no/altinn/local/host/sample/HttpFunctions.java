package no.altinn.local.host.sample;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatus;
import com.microsoft.azure.functions.annotation.AuthorizationLevel;
import com.microsoft.azure.functions.annotation.BindingName;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.HttpTrigger;

import java.util.Optional;

/** HTTP functions of which the first does what a test tells it. */
public final class HttpFunctions {
    /** What a test makes of a request. */
    @FunctionalInterface
    public interface Behaviour {
        HttpResponseMessage answer(
                HttpRequestMessage<Optional<String>> request, ExecutionContext context)
                throws Exception;
    }

    private volatile Behaviour behaviour = (request, context) -> text(request, "ok");

    public void behave(Behaviour newBehaviour) {
        this.behaviour = newBehaviour;
    }

    public static HttpResponseMessage text(
            HttpRequestMessage<Optional<String>> request, String text) {
        return request.createResponseBuilder(HttpStatus.OK).body(text).build();
    }

    @FunctionName("Told")
    public HttpResponseMessage told(
            @HttpTrigger(
                            name = "request",
                            methods = {HttpMethod.GET, HttpMethod.POST, HttpMethod.HEAD},
                            route = "told/{*rest}",
                            authLevel = AuthorizationLevel.ANONYMOUS)
                    HttpRequestMessage<Optional<String>> request,
            ExecutionContext context)
            throws Exception {
        return behaviour.answer(request, context);
    }

    @FunctionName("Number")
    public HttpResponseMessage number(
            @HttpTrigger(name = "request", methods = HttpMethod.GET, route = "numbers/{id:int}")
                    HttpRequestMessage<Optional<String>> request,
            @BindingName("id") int id) {
        return text(request, "number " + (id + 1));
    }

    @FunctionName("Named")
    public HttpResponseMessage named(
            @HttpTrigger(
                            name = "request",
                            methods = {HttpMethod.GET, HttpMethod.POST},
                            route = "named/{who?}")
                    HttpRequestMessage<Optional<String>> request,
            @BindingName("who") String who) {
        return text(request, "named " + who);
    }

    @FunctionName("Nothing")
    public void nothing(
            @HttpTrigger(name = "request", methods = HttpMethod.PUT, route = "nothing")
                    HttpRequestMessage<Optional<String>> request) {}

    @FunctionName("Silent")
    public HttpResponseMessage silent(
            @HttpTrigger(name = "request", route = "silent")
                    HttpRequestMessage<Optional<String>> request) {
        return text(request, "never");
    }

    @FunctionName("AaaFirst")
    public HttpResponseMessage first(
            @HttpTrigger(name = "request", methods = HttpMethod.GET, route = "order/{*everything}")
                    HttpRequestMessage<Optional<String>> request) {
        return text(request, "first by name");
    }

    @FunctionName("aabSecond")
    public HttpResponseMessage second(
            @HttpTrigger(name = "request", methods = HttpMethod.GET, route = "order/exact")
                    HttpRequestMessage<Optional<String>> request) {
        return text(request, "better by route");
    }

    @FunctionName("Unrouted")
    public static HttpResponseMessage unrouted(
            @HttpTrigger(name = "request", methods = HttpMethod.GET)
                    HttpRequestMessage<Optional<String>> request) {
        return text(request, "static");
    }
}
