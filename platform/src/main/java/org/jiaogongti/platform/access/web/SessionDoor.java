package org.jiaogongti.platform.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.List;
import org.jiaogongti.platform.access.Devices;
import org.jiaogongti.platform.access.SignedIn;
import org.jiaogongti.platform.shell.BusinessClock;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** Opens and closes sessions. What was in the session before the sign-in dies with its id. */
@Component
final class SessionDoor {

    /** On a request: for how many seconds the browser shall keep the session's cookie. */
    static final String COOKIE_SECONDS = SessionDoor.class.getName() + ".cookieSeconds";
    private static final Duration IDLE = Duration.ofMinutes(30);

    private final SecurityContextRepository contexts;
    private final CurrentActor current;
    private final BusinessClock clock;

    SessionDoor(SecurityContextRepository contexts, CurrentActor current, BusinessClock clock) {
        this.contexts = contexts;
        this.current = current;
        this.clock = clock;
    }

    void open(SignedIn who, HttpServletRequest request, HttpServletResponse response) {
        close(request);
        hold(who, request, response);
    }

    /** The same session under a new id, after the person has shown who they are once more. */
    void renew(SignedIn who, HttpServletRequest request, HttpServletResponse response) {
        request.changeSessionId();
        hold(who, request, response);
    }

    /** Half an hour without a click ends a session; on a remembered device the end is the device's own. */
    private void hold(SignedIn who, HttpServletRequest request, HttpServletResponse response) {
        Duration idle = IDLE;
        if (who.device() != null) {
            idle = Devices.LIFE.minusSeconds(Math.max(0, clock.now().getEpochSecond() - who.since()));
            request.setAttribute(COOKIE_SECONDS, (int) idle.toSeconds());
        }
        request.getSession(true).setMaxInactiveInterval((int) idle.toSeconds());
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
