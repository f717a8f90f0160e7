package org.jiaogongti.platform.access.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jiaogongti.platform.access.Permissions;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Refuses to start while a route has no row in the permission table. */
@Component
final class PermissionsCheck implements SmartInitializingSingleton {

    private final List<RequestMappingHandlerMapping> mappings;

    PermissionsCheck(List<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    @Override
    public void afterSingletonsInstantiated() {
        Set<String> missing = withoutRow(mappings);
        if (!missing.isEmpty()) {
            throw new IllegalStateException("routes without a row in the permission table: " + missing
                    + "\nAdd them to " + Permissions.class.getName() + ".");
        }
    }

    /** Each as {@code GET /path}; a mapping that takes every method is missing itself, the error page apart. */
    static Set<String> withoutRow(List<RequestMappingHandlerMapping> mappings) {
        Set<String> missing = new TreeSet<>();
        for (RequestMappingHandlerMapping mapping : mappings) {
            Map<RequestMappingInfo, HandlerMethod> methods = mapping.getHandlerMethods();
            methods.keySet().forEach(info -> missing.addAll(withoutRow(info)));
        }
        return missing;
    }

    private static Set<String> withoutRow(RequestMappingInfo info) {
        Set<String> missing = new TreeSet<>();
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        for (String path : info.getPatternValues()) {
            if (methods.isEmpty() && !path.equals("/error")) {
                missing.add("* " + path);
            }
            methods.stream().filter(method -> !Permissions.names(method.name(), path))
                    .forEach(method -> missing.add(method + " " + path));
        }
        return missing;
    }
}
