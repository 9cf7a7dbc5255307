package no.altinn.rest.endpoint.catalogue;

import no.altinn.rest.catalogue.Catalogue;
import no.altinn.rest.catalogue.PublishedService;
import no.altinn.rest.catalogue.Service;
import no.altinn.rest.catalogue.ServiceKey;
import no.altinn.rest.catalogue.ServiceType;
import no.altinn.rest.door.Content;
import no.altinn.rest.door.Reply;
import no.altinn.rest.door.RestError;
import no.altinn.rest.door.Route;
import no.altinn.rest.door.Routes;
import no.altinn.rest.door.Visit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** {@code metadata} and the services below it; open to anybody (rest-resources.md "Metadata"). */
public final class ServiceRoutes implements Routes {
    private static final String XSD = "application/xml; charset=utf-8";

    private final KeptReplies kept;
    private final CatalogueList list;

    public ServiceRoutes(KeptReplies kept) {
        this.kept = kept;
        this.list = new CatalogueList(kept, "metadata", "metadata", ServiceResource.TYPE);
    }

    @Override
    public List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        routes.add(Route.open("GET", "metadata", this::all));
        for (ServiceType type : ServiceType.values()) {
            String one = "metadata/%s/{sc}/{sec}".formatted(type.title().toLowerCase(Locale.ROOT));
            routes.add(Route.open("GET", one, visit -> one(visit, type)));
            if (type == ServiceType.FORM_TASK) {
                routes.add(
                        Route.open("GET", one + "/forms/{format}/{version}/xsd", this::formSchema));
                routes.add(Route.open("GET", one + "/attachmentrules/{id}/xsd", this::ruleSchema));
            }
            if (type == ServiceType.LOOKUP) {
                routes.add(Route.open("GET", one + "/schemas/{name}", this::namedSchema));
            }
        }
        return routes;
    }

    private Reply all(Visit visit) {
        return list.answer(
                visit,
                state ->
                        state.services().stream()
                                .map(service -> new ServiceResource(service, visit).inList())
                                .toList());
    }

    private Reply one(Visit visit, ServiceType type) {
        ServiceKey key = key(visit);
        return kept.of(
                ServiceResource.path(type, key),
                visit,
                state -> Reply.of(new ServiceResource(find(state, type, key), visit).whole()));
    }

    private static ServiceKey key(Visit visit) {
        return new ServiceKey(
                visit.value("sc"),
                WholeNumber.of(visit.value("sec")).orElseThrow(RestError::notFound));
    }

    private static Service find(Catalogue state, ServiceType type, ServiceKey key) {
        return state.services().stream()
                .filter(service -> service.type() == type && service.key().equals(key))
                .findFirst()
                .orElseThrow(RestError::notFound);
    }

    private Reply formSchema(Visit visit) {
        String format = visit.value("format");
        OptionalInt version = WholeNumber.of(visit.value("version"));
        return schema(
                visit,
                ServiceType.FORM_TASK,
                "forms/%s/%s".formatted(format, visit.value("version")),
                published ->
                        published.service().forms().stream()
                                .filter(form -> form.dataFormatId().equals(format))
                                .filter(
                                        form ->
                                                version.equals(
                                                        OptionalInt.of(form.dataFormatVersion())))
                                .map(Service.FormType::schema)
                                .findFirst());
    }

    private Reply ruleSchema(Visit visit) {
        String id = visit.value("id");
        return schema(
                visit,
                ServiceType.FORM_TASK,
                "attachmentrules/" + id,
                published -> Optional.ofNullable(published.attachmentSchemas().get(id)));
    }

    private Reply namedSchema(Visit visit) {
        String name = visit.value("name");
        return schema(
                visit,
                ServiceType.LOOKUP,
                "schemas/" + name,
                published -> Optional.ofNullable(published.schemas().get(name)));
    }

    private Reply schema(
            Visit visit,
            ServiceType type,
            String what,
            Function<PublishedService, Optional<String>> schema) {
        ServiceKey key = key(visit);
        return kept.of(
                ServiceResource.path(type, key) + "/" + what,
                visit,
                state ->
                        state.published(key)
                                .filter(published -> published.service().type() == type)
                                .flatMap(schema)
                                .map(xsd -> Reply.of(200, new Content.Written(XSD, xsd)))
                                .orElseThrow(RestError::notFound));
    }
}
