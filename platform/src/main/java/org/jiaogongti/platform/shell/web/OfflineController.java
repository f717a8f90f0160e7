package org.jiaogongti.platform.shell.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaogongti.platform.shell.Language;
import org.jiaogongti.platform.shell.MessageBook;
import org.jiaogongti.platform.shell.Messages;
import org.jiaogongti.platform.shell.Page;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;

/** What makes the pages an application on a phone: its name and icons, the worker that keeps pages, and what waits. */
@Controller
final class OfflineController {

    /** On a page: whose device may keep it. */
    static final String KEEP = "X-Keep";
    /** In the place of an account: a page that needs none. */
    static final String GUEST = "guest";

    /** What kept pages need besides themselves. */
    private static final List<String> FILES = List.of("/favicon.svg", "/icons.svg",
            "/webjars/tabler__core/dist/css/tabler.min.css", "/css/kit.css", "/webjars/htmx.org/dist/htmx.min.js",
            "/js/kit.js", "/js/bell.js", "/js/record.js", "/js/attend.js", "/js/offline/store.js",
            "/js/offline/sender.js",
            "/js/offline/forms.js",
            "/js/offline/waiting.js");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Pages pages;
    private final MessageBook book;

    OfflineController(Pages pages, MessageBook book) {
        this.pages = pages;
        this.book = book;
    }

    @GetMapping("/waiting")
    ModelAndView waiting() {
        return new ModelAndView("shell/waiting", Map.of(Page.KEPT, true));
    }

    /** Whoever is signed in now, and the token their forms need: those of a kept page are old. */
    @GetMapping("/waiting/pass")
    ResponseEntity<Map<String, String>> pass(HttpServletRequest request) {
        Page page = pages.of(request);
        Map<String, String> pass = page.visitor().signedIn()
                ? Map.of("account", page.visitor().account(), "field", page.csrfName(), "token", page.csrfToken())
                : Map.of("account", "");
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(pass);
    }

    /**
     * At the root, since a worker reigns over what lies below it. It names its build's files, so a new build is another script,
     * which is how a browser notices.
     */
    @GetMapping("/sw.js")
    ResponseEntity<String> worker() {
        List<String> files = FILES.stream().map(pages::asset).toList();
        String worker = pages.asset("/js/offline/worker.js");
        UUID version = UUID.nameUUIDFromBytes((files + worker).getBytes(StandardCharsets.UTF_8));
        String script = "const BUILD = %s;%nimportScripts(%s);%n".formatted(
                JSON.writeValueAsString(Map.of("version", version.toString(), "files", files)),
                JSON.writeValueAsString(worker));
        return ResponseEntity.ok().cacheControl(CacheControl.noCache())
                .contentType(new MediaType("text", "javascript", StandardCharsets.UTF_8)).body(script);
    }

    @GetMapping("/manifest.webmanifest")
    ResponseEntity<String> manifest() {
        Messages m = book.in(Language.ZH);
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("name", m.t("shell.brand"));
        manifest.put("short_name", m.t("shell.brand.short"));
        manifest.put("lang", Language.ZH.tag());
        manifest.put("id", "/");
        manifest.put("start_url", "/");
        manifest.put("scope", "/");
        manifest.put("display", "standalone");
        manifest.put("background_color", "#f2f5f6");
        manifest.put("theme_color", "#1b4f6b");
        manifest.put("icons", List.of(icon("/favicon.svg", "any", "image/svg+xml", "any"),
                icon("/icons/app-192.png", "192x192", "image/png", "any"),
                icon("/icons/app-512.png", "512x512", "image/png", "any"),
                icon("/icons/app-512.png", "512x512", "image/png", "maskable")));
        manifest.put("shortcuts", List.of(Map.of("name", m.t("shell.waiting"), "url", "/waiting")));
        return ResponseEntity.ok().cacheControl(CacheControl.maxAge(Duration.ofHours(1)))
                .contentType(new MediaType("application", "manifest+json", StandardCharsets.UTF_8))
                .body(JSON.writeValueAsString(manifest));
    }

    private Map<String, String> icon(String path, String sizes, String type, String purpose) {
        return Map.of("src", pages.asset(path), "sizes", sizes, "type", type, "purpose", purpose);
    }
}
