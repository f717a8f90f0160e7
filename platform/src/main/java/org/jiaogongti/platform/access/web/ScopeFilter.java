package org.jiaogongti.platform.access.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.District;
import org.jiaogongti.platform.access.Districts;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.access.SignIns;
import org.jiaogongti.platform.access.SignedIn;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Binds the request's district, sends the first visitor of an empty installation to the start, and notes refused requests. It runs for
 * error pages too, since they are drawn after the request's own scope has ended.
 */
final class ScopeFilter extends OncePerRequestFilter {

    private final Districts districts;
    private final CurrentActor current;
    private final SignIns signIns;

    ScopeFilter(Districts districts, CurrentActor current, SignIns signIns) {
        this.districts = districts;
        this.current = current;
        this.signIns = signIns;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return StaticPaths.contains(request.getRequestURI());
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!districts.any() && !early(request.getRequestURI())) {
            response.sendRedirect("/start");
            return;
        }
        Optional<District> district = current.session().map(SignedIn::district).map(District::new)
                .or(districts::only);
        if (district.isEmpty()) {
            chain.doFilter(request, response);
        } else {
            inside(district.get(), request, response, chain);
        }
    }

    private void inside(District district, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            Scope.<Boolean, Exception>call(district, () -> {
                chain.doFilter(request, response);
                noteRefusal(request, response);
                return true;
            });
        } catch (IOException | ServletException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    private static boolean early(String path) {
        return path.equals("/start") || path.equals("/error") || path.equals("/preferences");
    }

    private void noteRefusal(HttpServletRequest request, HttpServletResponse response) {
        int status = response.getStatus();
        boolean refused = status == HttpServletResponse.SC_FORBIDDEN || status == HttpServletResponse.SC_NOT_FOUND;
        if (!refused || request.getDispatcherType() != DispatcherType.REQUEST) {
            return;
        }
        Optional<Actor> actor = current.of(request);
        actor.ifPresent(who -> signIns.refused(who, request.getMethod(), request.getRequestURI(), status));
    }
}
