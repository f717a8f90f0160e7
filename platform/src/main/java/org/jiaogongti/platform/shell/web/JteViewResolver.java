package org.jiaogongti.platform.shell.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.util.Locale;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.view.RedirectView;

/** Finds the compiled template of a view name: {@code activity/record} is {@code jte/activity/record.jte}. */
@Component
final class JteViewResolver implements ViewResolver, Ordered {

    private static final String REDIRECT = "redirect:";
    private static final String PACKAGE = "org.jiaogongti.platform.jte";

    private final TemplateEngine templates;
    private final Pages pages;
    private final WebApplicationContext context;

    JteViewResolver(Pages pages, WebApplicationContext context) {
        this.pages = pages;
        this.context = context;
        this.templates = TemplateEngine.createPrecompiled(null, ContentType.Html, getClass().getClassLoader(), PACKAGE);
    }

    @Override
    public View resolveViewName(String name, Locale locale) {
        if (name.startsWith(REDIRECT)) {
            return seeOther(name.substring(REDIRECT.length()));
        }
        String template = name + ".jte";
        if (!templates.hasTemplate(template)) {
            throw new IllegalStateException(
                    "No template '" + template + "'.\nAdd platform/src/main/jte/" + template + ".");
        }
        return new JteView(templates, template, pages);
    }

    /** After a POST the browser fetches the page by GET, so that a reload repeats nothing. */
    private View seeOther(String address) {
        RedirectView view = new RedirectView(address, true, false, false);
        view.setExpandUriTemplateVariables(false);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        view.setApplicationContext(context);
        return view;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
