package org.jiaogongti.platform.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import org.jiaogongti.platform.access.SignedIn;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** Opens and closes sessions. What was in the session before the sign-in dies with its id. */
@Component
final class SessionDoor {

    private final SecurityContextRepository contexts;
    private final CurrentActor current;

    SessionDoor(SecurityContextRepository contexts, CurrentActor current) {
        this.contexts = contexts;
        this.current = current;
    }

    void open(SignedIn who, HttpServletRequest request, HttpServletResponse response) {
        close(request);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(who, "", List.of()));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        current.forget(request);
    }

    void close(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
        current.forget(request);
    }
}
