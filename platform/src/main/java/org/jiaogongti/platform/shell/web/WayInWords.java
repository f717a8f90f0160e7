package org.jiaogongti.platform.shell.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A form that a script sends gets 204 and the address in {@code Location} where a browser would be led there: a script cannot
 * see a redirect, only its end, and following it would use up the word of success that waits for the person. So every form
 * can be sent later, and none has to know.
 */
final class WayInWords extends OncePerRequestFilter {

    static final String SENT_BY_SCRIPT = "X-Outbox";

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader(SENT_BY_SCRIPT) == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(request, new Told(response));
    }

    private static final class Told extends HttpServletResponseWrapper {

        Told(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void setStatus(int status) {
            super.setStatus(status / 100 == 3 && status != SC_NOT_MODIFIED ? SC_NO_CONTENT : status);
        }

        @Override
        public void sendRedirect(String location, int status, boolean clearBuffer) {
            setStatus(status);
            setHeader(HttpHeaders.LOCATION, location);
        }

        @Override
        public void sendRedirect(String location) {
            sendRedirect(location, SC_FOUND, true);
        }
    }
}
