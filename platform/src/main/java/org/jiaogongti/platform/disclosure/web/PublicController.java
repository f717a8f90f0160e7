package org.jiaogongti.platform.disclosure.web;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiaogongti.platform.access.District;
import org.jiaogongti.platform.access.Districts;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.access.Pace;
import org.jiaogongti.platform.access.RateLimits;
import org.jiaogongti.platform.disclosure.Category;
import org.jiaogongti.platform.disclosure.Publication;
import org.jiaogongti.platform.shell.Messages;
import org.jiaogongti.platform.disclosure.PublicShelf;
import org.jiaogongti.platform.shell.Absent;
import org.jiaogongti.platform.shell.Installation;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What anybody reads. The same for everybody, but for the type's size and the language, which a browser keeps. */
@Controller
class PublicController {

    private static final int PAGE = 20;
    private static final int FEED = 50;
    private static final int LONGEST_SEARCH = 80;
    private static final Pace SETTING = new Pace(10, 10);
    private static final MediaType PLAIN = new MediaType("text", "plain", StandardCharsets.UTF_8);

    private final PublicShelf shelf;
    private final Districts districts;
    private final Installation installation;
    private final RateLimits limits;
    private final PublicSites sites;

    PublicController(PublicShelf shelf, Districts districts, Installation installation, RateLimits limits,
            PublicSites sites) {
        this.sites = sites;
        this.limits = limits;
        this.shelf = shelf;
        this.districts = districts;
        this.installation = installation;
    }

    /** A district where there is one, else a choice. */
    @GetMapping("/public")
    ModelAndView districts(HttpServletResponse response) {
        Optional<District> only = districts.only();
        if (only.isPresent()) {
            return new ModelAndView("redirect:/public/" + only.get().code());
        }
        cached(response);
        return new ModelAndView("disclosure/public-districts", Map.of("districts", districts.named()));
    }

    @GetMapping("/public/{district}")
    ModelAndView list(@PathVariable String district, @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable Category kind,
            @RequestParam(required = false) @Nullable UUID after, HttpServletResponse response) {
        Site site = sites.site(district);
        String words = q.strip().length() > LONGEST_SEARCH ? q.strip().substring(0, LONGEST_SEARCH) : q.strip();
        PublicShelf.Listed listed = inside(site, () -> shelf.list(words, kind, after, PAGE));
        cached(response);
        return new ModelAndView("disclosure/public-list",
                Map.of("view", new PublicListView(site, listed, words, kind, after != null)));
    }

    @GetMapping(path = "/public/{district}/feed", produces = "application/rss+xml;charset=UTF-8")
    ResponseEntity<byte[]> feed(@PathVariable String district) {
        Site site = sites.site(district);
        PublicShelf.Listed listed = inside(site, () -> shelf.list("", null, null, FEED));
        return ResponseEntity.ok().cacheControl(CacheControl.maxAge(Duration.ofMinutes(10)).cachePublic())
                .contentType(new MediaType("application", "rss+xml", StandardCharsets.UTF_8))
                .body(Feed.of(site, installation.address(), listed.rows()));
    }

    /** What was withdrawn is gone (410), and its address says so. */
    @GetMapping("/public/{district}/{id}")
    ModelAndView one(@PathVariable String district, @PathVariable UUID id, HttpServletResponse response) {
        Site site = sites.site(district);
        PublicShelf.Shown shown = inside(site, () -> shelf.show(id))
                .orElseThrow(() -> new Absent("publication", id));
        Map<String, Object> model = new HashMap<>(Map.of("view", new PublicView(site, shown)));
        if (shown.gone()) {
            ModelAndView gone = new ModelAndView("disclosure/public-gone", model);
            gone.setStatus(HttpStatus.GONE);
            return gone;
        }
        cached(response);
        return new ModelAndView("disclosure/public-page", model);
    }

    @GetMapping("/public/{district}/{id}/files/{file}")
    ResponseEntity<InputStreamResource> file(@PathVariable String district, @PathVariable UUID id,
            @PathVariable UUID file) {
        PublicShelf.PublicFile found = inside(sites.site(district), () -> shelf.file(id, file))
                .orElseThrow(() -> new Absent("file", file));
        boolean picture = found.item().kind().picture();
        ContentDisposition how = (picture ? ContentDisposition.inline() : ContentDisposition.attachment())
                .filename(found.item().name(), StandardCharsets.UTF_8).build();
        return ResponseEntity.ok().cacheControl(CacheControl.maxAge(Duration.ofMinutes(10)).cachePublic())
                .eTag("\"" + found.item().sha256() + "\"").header(HttpHeaders.CONTENT_DISPOSITION, how.toString())
                .contentType(MediaType.parseMediaType(found.item().kind().mediaType()))
                .contentLength(found.item().bytes()).body(new InputStreamResource(found.bytes()));
    }

    /** A public text to keep. Setting it in type is work, so each text is set only so often in a minute. */
    @GetMapping("/public/{district}/{id}/export.{format:pdf|txt}")
    ResponseEntity<byte[]> copy(Messages m, @PathVariable String district, @PathVariable UUID id,
            @PathVariable String format) {
        Site site = sites.site(district);
        Publication publication = inside(site, () -> shelf.show(id)).filter(shown -> !shown.gone())
                .orElseThrow(() -> new Absent("publication", id)).publication();
        PublicCopy copy = new PublicCopy(publication, m);
        if (format.equals("txt")) {
            return file(copy.name() + ".txt", PLAIN, copy.text());
        }
        RateLimits.Answer answer = limits.take(id, SETTING);
        return answer.passes()
                ? file(copy.name() + ".pdf", MediaType.APPLICATION_PDF, copy.document().pdf(m))
                : ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                        .header(HttpHeaders.RETRY_AFTER, Long.toString(answer.retryAfter())).build();
    }

    private static ResponseEntity<byte[]> file(String name, MediaType type, byte[] bytes) {
        return ResponseEntity.ok().cacheControl(CacheControl.maxAge(Duration.ofMinutes(10)).cachePublic())
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
                        .filename(name, StandardCharsets.UTF_8).build().toString())
                .contentType(type).body(bytes);
    }

    /** Whoever is signed in elsewhere reads this district's public pages all the same. */
    private static <T> T inside(Site site, ScopedValue.CallableOp<T, RuntimeException> asked) {
        return Scope.call(new District(site.code()), asked);
    }

    /** Kept for a minute by whoever is between, a copy for each size of type and language. */
    private static void cached(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL,
                CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic().getHeaderValue());
        response.addHeader(HttpHeaders.VARY, HttpHeaders.COOKIE);
    }
}
