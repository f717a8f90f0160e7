package org.jiaogongti.platform.shell.web;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jiaogongti.platform.shell.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.View;

/** Renders a template into memory first, so that a failing template becomes an error page and never half a page. */
final class JteView implements View {

    private final TemplateEngine templates;
    private final String template;
    private final Pages pages;

    JteView(TemplateEngine templates, String template, Pages pages) {
        this.templates = templates;
        this.template = template;
        this.pages = pages;
    }

    @Override
    public String getContentType() {
        return "text/html;charset=UTF-8";
    }

    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        if (model != null) {
            parameters.putAll(model);
        }
        Page page = pages.of(request);
        if (parameters.remove(Page.KEPT) != null && page.visitor().signedIn()) {
            response.setHeader(OfflineController.KEEP, page.visitor().account());
        }
        if (parameters.remove(Page.KEPT_BY_GUESTS) != null) {
            response.setHeader(OfflineController.KEEP, OfflineController.GUEST);
        }
        parameters.put("page", page);
        parameters.put("m", page.m());
        Utf8ByteOutput output = new Utf8ByteOutput();
        templates.render(template, parameters, output);
        response.setContentType(getContentType());
        response.setHeader("Content-Language", page.preferences().language().tag());
        response.setContentLength(output.getContentLength());
        output.writeTo(response.getOutputStream());
    }
}
