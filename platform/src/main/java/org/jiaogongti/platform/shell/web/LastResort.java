package org.jiaogongti.platform.shell.web;

import jakarta.servlet.FilterChain;
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
            String number = Incident.number();
            LOG.error("incident {}: the error page itself failed", number, failure);
            if (!response.isCommitted()) {
                answer(response, number);
            }
        }
    }

    private void answer(HttpServletResponse response, String number) throws IOException {
        response.reset();
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Security-Policy", "default-src 'none'");
        StringBuilder page = new StringBuilder("<!doctype html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>")
                .append(book.in(Language.ZH).t("error.gone.title")).append("</title></head>\n<body><main>\n");
        for (Language language : Language.values()) {
            Messages m = book.in(language);
            page.append("<section lang=\"").append(language.tag()).append("\"><h1>").append(m.t("error.gone.title"))
                    .append("</h1><p>").append(m.t("error.gone.text")).append("</p><p>")
                    .append(m.t("error.incident")).append(' ').append(number).append("</p></section>\n");
        }
        page.append("</main></body></html>\n");
        response.getOutputStream().write(page.toString().getBytes(StandardCharsets.UTF_8));
    }
}
