package org.jiaogongti.platform.access;

import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * A route and what it takes.
 *
 * @param path names in its address
 * @param sent names in its query or form
 */
record SweptRoute(String method, String pattern, List<String> path, List<String> sent, boolean files) {

    /** Below the interface no session counts, only a token. */
    boolean forPrograms() {
        return pattern.startsWith("/api/");
    }

    /** The ids it is sent, together and one by one, so that none hides behind another that is refused first. */
    List<List<String>> tries() {
        List<List<String>> tries = new ArrayList<>(List.of(sent));
        if (sent.size() > 1) {
            sent.forEach(name -> tries.add(List.of(name)));
        }
        return tries;
    }

    String name() {
        return method + " " + pattern;
    }

    /** The key of a name in {@link IdPlaces#IDS}: with the route's first two words, with the first, or by itself. */
    Optional<String> key(String name) {
        String[] words = (pattern.replaceFirst("^/api/v1/", "/") + "/").split("/", 4);
        return Stream.of(words[1] + "/" + words[2] + "." + name, words[1] + "." + name, name)
                .filter(IdPlaces.IDS::containsKey).findFirst();
    }

    static List<SweptRoute> all(List<RequestMappingHandlerMapping> mappings, List<String> unknown) {
        List<SweptRoute> routes = new ArrayList<>();
        for (RequestMappingHandlerMapping mapping : mappings) {
            mapping.getHandlerMethods().forEach((info, handler) -> info.getPatternValues()
                    .forEach(pattern -> info.getMethodsCondition().getMethods().forEach(method -> routes
                            .add(route(method.name(), pattern, handler.getMethod().getParameters(), unknown)))));
        }
        return routes;
    }

    private static SweptRoute route(String method, String pattern, Parameter[] parameters, List<String> unknown) {
        SweptRoute route = new SweptRoute(method, pattern, new ArrayList<>(), new ArrayList<>(),
                Arrays.stream(parameters).anyMatch(parameter -> parameter.getType() == MultipartFile.class));
        for (Parameter parameter : parameters) {
            PathVariable variable = parameter.getAnnotation(PathVariable.class);
            RequestParam asked = parameter.getAnnotation(RequestParam.class);
            if ((Map.class.isAssignableFrom(parameter.getType()) && asked != null)
                    || parameter.isAnnotationPresent(RequestBody.class)
                    || parameter.getType().getSimpleName().equals("Form")
                    || parameter.getType().getSimpleName().endsWith("Form")) {
                if (IdPlaces.WHOLE.containsKey(route.name())) {
                    route.sent().addAll(Objects.requireNonNull(IdPlaces.WHOLE.get(route.name())).stream()
                            .map(key -> key.substring(key.indexOf('.') + 1)).toList());
                } else if (!IdPlaces.OPEN.contains(route.name())) {
                    unknown.add(route.name() + " takes a whole form");
                }
            } else if (variable != null || asked != null) {
                String name = variable != null
                        ? named(variable.value(), parameter)
                        : named(Objects.requireNonNull(asked).name(), parameter);
                sort(route, name, parameter, variable != null, unknown);
            }
        }
        return route;
    }

    private static void sort(SweptRoute route, String name, Parameter parameter, boolean path, List<String> unknown) {
        boolean number = parameter.getType() == int.class;
        if (!number && route.key(name).isPresent()) {
            (path ? route.path() : route.sent()).add(name);
        } else if (parameter.getType() == UUID.class || (!number && !IdPlaces.PLAIN.contains(name))) {
            if (!IdPlaces.OPEN.contains(route.name()) && !(name.equals("duty") && !path)) {
                unknown.add(route.name() + " takes " + name);
            }
        }
    }

    private static String named(String given, Parameter parameter) {
        return given.isEmpty() ? parameter.getName() : given;
    }
}
