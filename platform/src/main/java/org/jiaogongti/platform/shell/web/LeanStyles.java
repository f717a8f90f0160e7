package org.jiaogongti.platform.shell.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jiaogongti.platform.shell.model.StyleSheet;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.resource.ResourceResolver;
import org.springframework.web.servlet.resource.ResourceResolverChain;
import org.springframework.web.servlet.resource.TransformedResource;

/**
 * The library's style sheet without the families of classes that no page uses: a third of it is left, which a phone in a
 * village notices. It stands behind the resolver that names files by their content, so another list is another address.
 */
final class LeanStyles implements ResourceResolver {

    /** With the library's version in the address that is given out, and without in the one that is asked for. */
    private static final Pattern SHEET = Pattern.compile("tabler__core/([^/]+/)?dist/css/tabler\\.min\\.css");

    /** Classes that begin so are on no page; a test says which to take out of the list when one is wanted. */
    static final List<String> LEFT_OUT = List.of(
            "accordion", "alert-", "align-", "avatar", "badge-", "bg-", "border-blue", "border-azure", "breadcrumb",
            "btn-a", "btn-b", "btn-c", "btn-d", "btn-f", "btn-g", "btn-i", "btn-outline", "btn-pi", "btn-pu", "btn-r",
            "btn-t", "btn-v", "btn-w", "btn-y", "calendar-", "card-", "carousel", "chat", "col-", "columns",
            "cursor-", "d-s", "d-md", "d-l", "d-x", "datagrid", "divide-", "dropdown", "dropend", "dropstart",
            "dropup", "flex-m", "flex-s", "flex-l", "flex-x", "float-", "form-switch", "form-image", "form-floating",
            "form-file", "g-l", "g-s", "g-m", "g-x", "gx-", "gy-", "input-", "is-", "link-", "list-", "m-s", "m-m",
            "m-l", "m-x", "mb-s", "mb-m", "mb-l", "mb-x", "me-s", "me-m", "me-l", "me-x",
            "modal", "ms-s", "ms-m", "ms-l", "ms-x", "mt-s", "mt-m", "mt-l", "mt-x", "mx-", "my-", "nav-", "navbar",
            "object-", "offcanvas", "offset-", "opacity-", "order-", "page-", "pagination", "placeholder-", "popover",
            "progress-", "progressbg", "ps-s", "ps-m", "ps-l", "ps-x", "px-", "py-", "ratio", "ribbon", "row-",
            "signature-", "spinner", "status-", "step-", "steps-", "switch-", "table-", "text-a", "text-b", "text-c",
            "text-d", "text-e", "text-f", "text-g", "text-i", "text-l", "text-m", "text-n", "text-o", "text-p",
            "text-r", "text-s", "text-t", "text-u", "text-v", "text-x", "text-y", "text-wh", "timeline-", "toast-",
            "tooltip", "tracking", "was-");

    private final Map<String, Resource> made = new ConcurrentHashMap<>();

    static boolean leftOut(String name) {
        return LEFT_OUT.stream().anyMatch(name::startsWith);
    }

    @Override
    public @Nullable Resource resolveResource(@Nullable HttpServletRequest request, String path,
            List<? extends Resource> locations, ResourceResolverChain chain) {
        Resource found = chain.resolveResource(request, path, locations);
        return found != null && SHEET.matcher(path).matches() ? made.computeIfAbsent(path, _ -> lean(found)) : found;
    }

    private static Resource lean(Resource whole) {
        try {
            String sheet = whole.getContentAsString(StandardCharsets.UTF_8);
            return new TransformedResource(whole,
                    StyleSheet.without(sheet, LeanStyles::leftOut).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public @Nullable String resolveUrlPath(String path, List<? extends Resource> locations,
            ResourceResolverChain chain) {
        return chain.resolveUrlPath(path, locations);
    }
}
