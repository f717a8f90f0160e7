package org.jiaogongti.platform.shell.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jiaogongti.platform.shell.Language;
import org.jiaogongti.platform.shell.MessageBook;
import org.jiaogongti.platform.shell.Messages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What is answered when even the error page cannot be made, as without the database, which keeps the sessions: a page of
 * plain words in both languages with the incident's number, instead of the container's own.
 */
final class LastResort extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(LastResort.class);

    private final MessageBook book;

    LastResort(MessageBook book) {
        this.book = book;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | IOException | RuntimeException failure) {
            int status = status(request);
            String number = Incident.number();
            if (status >= 500) {
                LOG.error("incident {}: the error page itself failed", number, failure);
            } else {
                LOG.info("incident {}: turned away with {}: {}", number, status, failure.getClass().getSimpleName());
            }
            if (!response.isCommitted()) {
                answer(response, status, number);
            }
        }
    }

    /** What was refused stays refused: an address that the firewall turns away fails again on the way to its error page. */
    private static int status(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code && code < 500
                ? code
                : HttpServletResponse.SC_SERVICE_UNAVAILABLE;
    }

    private void answer(HttpServletResponse response, int status, String number) throws IOException {
        String key = status < 500 ? "error.400" : "error.gone";
        response.reset();
        response.setStatus(status);
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Security-Policy", "default-src 'none'");
        StringBuilder page = new StringBuilder("<!doctype html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>")
                .append(book.in(Language.ZH).t(key + ".title")).append("</title></head>\n<body><main>\n");
        for (Language language : Language.values()) {
            Messages m = book.in(language);
            page.append("<section lang=\"").append(language.tag()).append("\"><h1>").append(m.t(key + ".title"))
                    .append("</h1><p>").append(m.t(key + ".text")).append("</p><p>")
                    .append(m.t("error.incident")).append(' ').append(number).append("</p></section>\n");
        }
        page.append("</main></body></html>\n");
        response.getOutputStream().write(page.toString().getBytes(StandardCharsets.UTF_8));
    }
}
