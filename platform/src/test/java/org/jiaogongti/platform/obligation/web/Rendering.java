package org.jiaogongti.platform.obligation.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiaogongti.platform.shell.Language;
import org.jiaogongti.platform.shell.MessageBook;
import org.jiaogongti.platform.shell.Messages;
import org.jiaogongti.platform.shell.Page;
import org.jiaogongti.platform.shell.Preferences;
import org.jiaogongti.platform.shell.TermWeek;
import org.jiaogongti.platform.shell.Visitor;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Renders a page's template without a server; the page is kept under target/pages to be looked at. */
final class Rendering {

    static final Messages ZH = new MessageBook().in(Language.ZH);
    static final Messages EN = new MessageBook().in(Language.EN);

    private Rendering() {}

    static Document page(String template, Map<String, Object> model, Messages m) {
        TemplateEngine templates = TemplateEngine.createPrecompiled(null, ContentType.Html,
                Rendering.class.getClassLoader(), "org.jiaogongti.platform.jte");
        Map<String, Object> parameters = new HashMap<>(model);
        parameters.put("m", m);
        parameters.put("page", new Page(m, Preferences.PLAIN, Visitor.unknown(),
                new Page.Surroundings(true, LocalDate.of(2024, 11, 20), "2024-11-20",
                        Optional.of(new TermWeek(2024, 1, 12, 21)), Optional.empty(), List.of(), Optional.empty()),
                new Nowhere()));
        StringOutput out = new StringOutput();
        templates.render(template + ".jte", parameters, out);
        keep(template, m, out.toString());
        return Jsoup.parse(out.toString());
    }

    private static void keep(String template, Messages m, String html) {
        Path file = Path.of("target/pages", template.replace('/', '-') + "-" + m.language().code() + ".html");
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, html);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Nowhere implements Page.Addresses {

        @Override
        public String here() {
            return "/";
        }

        @Override
        public String asset(String path) {
            return path;
        }

        @Override
        public String csrfName() {
            return "_csrf";
        }

        @Override
        public String csrfToken() {
            return "token";
        }

        @Override
        public String opened() {
            return "";
        }
    }
}
