package org.jiaogongti.platform.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jiaogongti.platform.access.Permissions;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/**
 * The answers to what may not be done: sign in first, not yours, not there. Whoever is not signed in learns nothing about which addresses
 * exist behind the sign-in.
 */
@Component
final class Refusals implements AccessDeniedHandler, AuthenticationEntryPoint {

    private final CurrentActor current;

    Refusals(CurrentActor current) {
        this.current = current;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
            throws IOException {
        signInFirst(request, response);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
            throws IOException {
        if (refusal instanceof CsrfException) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else if (current.of(request).isEmpty()) {
            signInFirst(request, response);
        } else {
            response.sendError(status(request.getMethod(), request.getRequestURI()));
        }
    }

    private static int status(String method, String path) {
        if (Permissions.rowOf(method, path).isPresent()) {
            return HttpServletResponse.SC_FORBIDDEN;
        }
        boolean otherwise = Permissions.rowOf("GET", path).isPresent() || Permissions.rowOf("POST", path).isPresent();
        return otherwise ? HttpServletResponse.SC_METHOD_NOT_ALLOWED : HttpServletResponse.SC_NOT_FOUND;
    }

    private static void signInFirst(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String target = "/sign-in";
        if (request.getMethod().equals("GET") && !request.getRequestURI().equals("/")
                && request.getHeader("HX-Request") == null) {
            String query = request.getQueryString();
            String asked = query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
            target += "?next=" + URLEncoder.encode(asked, StandardCharsets.UTF_8);
        }
        if (request.getHeader("HX-Request") != null) {
            // A part of a page must not be replaced by the sign-in page: the browser goes there as a whole.
            response.setHeader("HX-Redirect", target);
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return;
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", target);
    }
}
