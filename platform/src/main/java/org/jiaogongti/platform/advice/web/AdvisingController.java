package org.jiaogongti.platform.advice.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiaogongti.platform.access.LinkSecret;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.advice.Advisers;
import org.jiaogongti.platform.advice.Advising.Invited;
import org.jiaogongti.platform.advice.Advising.Opened;
import org.jiaogongti.platform.advice.Advising.Piece;
import org.jiaogongti.platform.advice.Advising.Report;
import org.jiaogongti.platform.advice.Advising.Taken;
import org.jiaogongti.platform.advice.Advising;
import org.jiaogongti.platform.school.Change;
import org.jiaogongti.platform.shell.Messages;
import org.jiaogongti.platform.shell.Toast;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What an adviser sees without an account. The device that took a link keeps a secret in a cookie for that link alone; whatever is
 * wrong with a link, the answer is the same.
 */
@Controller
class AdvisingController {

    private static final String COOKIE = "adviser-";
    /** Writing a report may take an afternoon; the form's token lives in the session of nobody. */
    private static final Duration WRITING = Duration.ofHours(12);

    private final Advising advising;
    private final Advisers advisers;

    AdvisingController(Advising advising, Advisers advisers) {
        this.advising = advising;
        this.advisers = advisers;
    }

    @GetMapping("/invitation/{token}")
    ModelAndView invited(@PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
        Optional<LinkSecret> secret = LinkSecret.read(token);
        Optional<UUID> own = secret.flatMap(known -> Scope.call(known.district(), () -> advising.linkOf(known)))
                .filter(link -> device(request, link).isPresent());
        if (own.isPresent()) {
            return new ModelAndView("redirect:/advising/" + own.get());
        }
        Optional<Invited> invited = secret.flatMap(known -> Scope.call(known.district(),
                () -> advising.invited(known)));
        return invited.map(found -> new ModelAndView("advice/invitation", Map.of("invited", found, "action",
                "/invitation/" + token))).orElseGet(() -> gone(response));
    }

    private static ModelAndView gone(HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        return new ModelAndView("advice/gone");
    }

    @PostMapping("/invitation/{token}")
    ModelAndView take(@PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
        Optional<Taken> taken = LinkSecret.read(token)
                .flatMap(secret -> Scope.call(secret.district(), () -> advising.take(secret)));
        if (taken.isEmpty()) {
            return gone(response);
        }
        response.addHeader("Set-Cookie", cookie(taken.get(), request).toString());
        return new ModelAndView("redirect:/advising/" + taken.get().link());
    }

    private ResponseCookie cookie(Taken taken, HttpServletRequest request) {
        long days = Math.max(1, ChronoUnit.DAYS.between(advisers.today(), taken.last()) + 1);
        return ResponseCookie.from(COOKIE + taken.link(), taken.device().text()).path("/").httpOnly(true)
                .secure(request.isSecure()).sameSite("Lax").maxAge(Duration.ofDays(days)).build();
    }

    private static Optional<LinkSecret> device(HttpServletRequest request, UUID link) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(COOKIE + link)) {
                    return LinkSecret.read(cookie.getValue());
                }
            }
        }
        return Optional.empty();
    }

    @GetMapping("/advising/{id}")
    ModelAndView show(@PathVariable UUID id, Messages m, HttpServletRequest request, HttpServletResponse response) {
        return page(id, "", null, m, request, response);
    }

    private ModelAndView page(UUID id, String problem, @Nullable Report typed, Messages m,
            HttpServletRequest request, HttpServletResponse response) {
        Optional<Opened> opened = device(request, id)
                .flatMap(device -> Scope.call(device.district(), () -> advising.open(id, device)));
        if (opened.isEmpty()) {
            return gone(response);
        }
        if (request.getUserPrincipal() == null) {
            request.getSession(true).setMaxInactiveInterval((int) WRITING.toSeconds());
        }
        return new ModelAndView("advice/advising",
                Map.of("view", new AdvisingView(opened.get(), new Words(m), problem, typed)));
    }

    @PostMapping("/advising/{id}/presence")
    ModelAndView present(@PathVariable UUID id, Messages m, HttpServletRequest request,
            HttpServletResponse response, RedirectAttributes redirect) {
        Optional<Change> change = device(request, id)
                .flatMap(device -> Scope.call(device.district(), () -> advising.present(id, device)));
        return after(id, change, null, m, request, response, redirect, "advice.done.present");
    }

    private ModelAndView after(UUID id, Optional<Change> change, @Nullable Report typed, Messages m,
            HttpServletRequest request, HttpServletResponse response, RedirectAttributes redirect, String done) {
        if (change.isEmpty()) {
            return gone(response);
        }
        if (change.get() instanceof Change.Refused refused) {
            response.setStatus(422);
            return page(id, refused.key(), typed, m, request, response);
        }
        Toast.of(done).after(redirect);
        return new ModelAndView("redirect:/advising/" + id);
    }

    @PostMapping("/advising/{id}/report")
    ModelAndView write(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields, Messages m,
            HttpServletRequest request, HttpServletResponse response, RedirectAttributes redirect) {
        Report report = report(fields);
        Optional<Change> change = device(request, id)
                .flatMap(device -> Scope.call(device.district(), () -> advising.write(id, device, report)));
        return after(id, change, report, m, request, response, redirect, "advice.done.written");
    }

    private static Report report(MultiValueMap<String, String> fields) {
        List<String> addresses = fields.getOrDefault("address", List.of());
        List<String> words = fields.getOrDefault("words", List.of());
        List<Piece> pieces = new ArrayList<>();
        for (int at = 0; at < Math.min(words.size(), AdvisingView.PIECES); at++) {
            pieces.add(new Piece(at < addresses.size() ? school(addresses.get(at)) : null,
                    Words.lines(words.get(at))));
        }
        return new Report(Words.lines(first(fields, "seen")), Words.lines(first(fields, "diagnosis")), pieces,
                day(first(fields, "answerBy")));
    }

    private static String first(MultiValueMap<String, String> fields, String name) {
        String value = fields.getFirst(name);
        return value == null ? "" : value;
    }

    private static @Nullable UUID school(String typed) {
        try {
            return typed.isEmpty() ? null : UUID.fromString(typed);
        } catch (IllegalArgumentException none) {
            return new UUID(0, 0);
        }
    }

    private static @Nullable LocalDate day(String typed) {
        try {
            return typed.isEmpty() ? null : LocalDate.parse(typed);
        } catch (DateTimeException none) {
            return null;
        }
    }

    @PostMapping("/advising/{id}/recommendations/{recommendation}/withdrawal")
    ModelAndView takeBack(@PathVariable UUID id, @PathVariable UUID recommendation, Messages m,
            HttpServletRequest request, HttpServletResponse response, RedirectAttributes redirect) {
        Optional<Change> change = device(request, id).flatMap(
                device -> Scope.call(device.district(), () -> advising.takeBack(id, device, recommendation)));
        return after(id, change, null, m, request, response, redirect, "advice.done.advice-back");
    }
}
