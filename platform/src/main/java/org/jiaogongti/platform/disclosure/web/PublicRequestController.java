package org.jiaogongti.platform.disclosure.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jiaogongti.platform.access.District;
import org.jiaogongti.platform.access.Pace;
import org.jiaogongti.platform.access.RateLimits;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.disclosure.InformationRequest.Way;
import org.jiaogongti.platform.disclosure.InformationRequests.Asked;
import org.jiaogongti.platform.disclosure.InformationRequests.Received;
import org.jiaogongti.platform.disclosure.InformationRequests;
import org.jiaogongti.platform.shell.Filled;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Asking for information without an account. No form token and no cookie: what is sent is sent in nobody's name, so a strange
 * site could not do more with a browser than anybody can. How often is limited for an address and for the district.
 */
@Controller
class PublicRequestController {

    private static final Pace ASKING = new Pace(5, 1);
    private static final Pace ASKED = new Pace(60, 6);
    private static final Pace LOOKING = new Pace(10, 5);

    private final InformationRequests requests;
    private final PublicSites sites;
    private final RateLimits limits;

    PublicRequestController(InformationRequests requests, PublicSites sites, RateLimits limits) {
        this.requests = requests;
        this.sites = sites;
        this.limits = limits;
    }

    @GetMapping("/public/{district}/requests")
    ModelAndView form(@PathVariable String district, HttpServletResponse response) {
        return page(sites.site(district), Map.of(), response);
    }

    /** A page of this one is kept by nobody: it may hold what somebody typed, or their receipt. */
    private static ModelAndView page(Site site, Map<String, Object> more, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        Map<String, Object> model = new HashMap<>(Map.of("site", site, "typed", Map.of(), "problems", Map.of(),
                "problem", ""));
        model.putAll(more);
        return new ModelAndView("disclosure/public-request", model);
    }

    private static UUID key(String what, String of) {
        return UUID.nameUUIDFromBytes((what + " " + of).getBytes(StandardCharsets.UTF_8));
    }

    /** What was refused for a slip costs nothing: only what was taken, or guessed wrongly, is counted. */
    private boolean often(UUID key, Pace pace, HttpServletResponse response) {
        RateLimits.Answer answer = limits.look(key, pace);
        if (!answer.passes()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(answer.retryAfter()));
            response.setStatus(429);
        }
        return !answer.passes();
    }

    /** The receipt is on the page that answers, and nowhere else; an address with it would stand in histories and logs. */
    @PostMapping("/public/{district}/requests")
    ModelAndView ask(@PathVariable String district, @RequestParam MultiValueMap<String, String> fields,
            HttpServletRequest request, HttpServletResponse response) {
        Site site = sites.site(district);
        Filled filled = new Filled(fields);
        UUID address = key("asking", request.getRemoteAddr());
        UUID all = key("asked", site.code());
        if (often(address, ASKING, response) || often(all, ASKED, response)) {
            return page(site, Map.of("typed", filled.typed(), "problem", "disclosure.request.refused.often"), response);
        }
        Received received = Scope.call(new District(site.code()),
                () -> requests.receive(new Asked(filled.text("name"), filled.text("contact"), filled.lines("wanted"),
                        filled.lines("purpose"), filled.one(Way.class, "way"))));
        return switch (received) {
            case Received.Done done -> {
                limits.take(address, ASKING);
                limits.take(all, ASKED);
                response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
                yield new ModelAndView("disclosure/public-receipt", Map.of("site", site, "done", done));
            }
            case Received.Refused refused -> {
                response.setStatus(422);
                yield page(site, Map.of("typed", filled.typed(), "problems", refused.problems()), response);
            }
        };
    }

    @PostMapping("/public/{district}/requests/state")
    ModelAndView look(@PathVariable String district, @RequestParam MultiValueMap<String, String> fields,
            HttpServletRequest request, HttpServletResponse response) {
        Site site = sites.site(district);
        String receipt = new Filled(fields).text("receipt");
        UUID address = key("looking", request.getRemoteAddr());
        if (often(address, LOOKING, response)) {
            return page(site, Map.of("problem", "disclosure.request.refused.often"), response);
        }
        return Scope.call(new District(site.code()), () -> requests.look(receipt)).map(found -> {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            return new ModelAndView("disclosure/public-state", Map.of("site", site, "request", found));
        }).orElseGet(() -> {
            if (!receipt.isEmpty()) {
                limits.take(address, LOOKING);
            }
            response.setStatus(404);
            return page(site, Map.of("problem", "disclosure.request.refused.receipt"), response);
        });
    }
}
