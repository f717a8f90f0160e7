package org.jiaogongti.platform.access.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jiaogongti.platform.access.Actors.Present;
import org.jiaogongti.platform.access.Permissions;
import org.jiaogongti.platform.access.Proof.Missing;
import org.jiaogongti.platform.shell.BusinessClock;
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

    /** The server's own bound for a form without files. */
    private static final long LARGEST_TEXT = 2 << 20;

    private final CurrentActor current;
    private final BusinessClock clock;

    Refusals(CurrentActor current, BusinessClock clock) {
        this.current = current;
        this.clock = clock;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
            throws IOException {
        signInFirst(request, response);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
            throws IOException, ServletException {
        if (refusal instanceof CsrfException) {
            response.sendError(unread(request)
                    ? HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE
                    : HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        Optional<Present> present = current.present(request);
        if (present.isEmpty()) {
            signInFirst(request, response);
            return;
        }
        switch (missing(present.get(), request)) {
            case NOTHING -> response.sendError(status(request.getMethod(), request.getRequestURI()));
            case SECOND_FACTOR -> send("/me/second-factor", request, response);
            case PASSWORD -> passwordFirst(request, response);
        }
    }

    /** What somebody whose roles are enough must still show. */
    private Missing missing(Present who, HttpServletRequest request) {
        return Permissions.rowOf(request.getMethod(), request.getRequestURI())
                .filter(row -> row.admits(true, who.actor().roles())).map(row -> who.missing(row, clock.now()))
                .orElse(Missing.NOTHING);
    }

    /** What a form sent is carried along, so that nobody types it twice. */
    private static void passwordFirst(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        if (request.getMethod().equals("POST") && request.getHeader("HX-Request") == null) {
            request.getRequestDispatcher("/again/ask").forward(request, response);
        } else {
            send("/again", request, response);
        }
    }

    /** What is too large is not read, and the form's token with it: then the size is what the sender has to hear about. */
    private static boolean unread(HttpServletRequest request) throws IOException {
        String type = request.getContentType();
        if (type == null || !type.startsWith("multipart/")) {
            return request.getContentLengthLong() > LARGEST_TEXT;
        }
        try {
            request.getParts();
            return false;
        } catch (IllegalStateException tooLarge) {
            return true;
        } catch (ServletException notAForm) {
            return false;
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
        send("/sign-in", request, response);
    }

    /** To a page that leads back here. */
    private static void send(String page, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String target = page;
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
