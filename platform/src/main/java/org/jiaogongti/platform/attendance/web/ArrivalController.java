package org.jiaogongti.platform.attendance.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.District;
import org.jiaogongti.platform.access.Districts;
import org.jiaogongti.platform.access.LinkSecret;
import org.jiaogongti.platform.access.Perhaps;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.attendance.Arrivals;
import org.jiaogongti.platform.attendance.Arrivals.Arrived;
import org.jiaogongti.platform.attendance.Arrivals.Choice;
import org.jiaogongti.platform.attendance.Arrivals.Coming;
import org.jiaogongti.platform.attendance.Arrivals.Kept;
import org.jiaogongti.platform.attendance.Arrivals.Let;
import org.jiaogongti.platform.attendance.Arrivals.Look;
import org.jiaogongti.platform.attendance.Door;
import org.jiaogongti.platform.attendance.Guessing;
import org.jiaogongti.platform.attendance.model.Ticket;
import org.jiaogongti.platform.shell.Absent;
import org.jiaogongti.platform.shell.Ids;
import org.jiaogongti.platform.shell.Messages;
import org.jiaogongti.platform.shell.Page;
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
 * Signing in at an occasion without an account. A phone is known by a random number in a cookie of its district; a ticket says
 * what its holder was shown, and holds on that phone only.
 */
@Controller
class ArrivalController {

    private static final String COOKIE = "attend-";
    /** A page taken along is used hours later; the form's token lives in the session of nobody. */
    private static final Duration ALONG = Duration.ofHours(12);
    private static final int MOST_AT_ONCE = 50;

    private final Arrivals arrivals;
    private final Guessing guessing;
    private final Districts districts;
    private final Ids ids;

    ArrivalController(Arrivals arrivals, Guessing guessing, Districts districts, Ids ids) {
        this.arrivals = arrivals;
        this.guessing = guessing;
        this.districts = districts;
        this.ids = ids;
    }

    /** Where the digits are typed, and where a remembered phone finds the day's pages. */
    @GetMapping("/attend")
    ModelAndView digits(HttpServletRequest request) {
        List<Choice> choices = new ArrayList<>();
        for (District district : districts.all()) {
            phone(request, district).ifPresent(phone -> choices
                    .addAll(Scope.call(district, () -> arrivals.ofPhone(phone))));
        }
        return new ModelAndView("attendance/digits", Map.of("choices", choices, "problem", "", "along", true));
    }

    @PostMapping("/attend")
    ModelAndView typed(@RequestParam(defaultValue = "") String pin, HttpServletRequest request,
            HttpServletResponse response) {
        String digits = pin.replaceAll("\\s", "");
        List<Choice> choices = new ArrayList<>();
        boolean allowed = guessing.allowed(request.getRemoteAddr());
        if (allowed && digits.matches("[0-9]{6}")) {
            for (District district : districts.all()) {
                LinkSecret phone = phoneOrNew(request, response, district);
                choices.addAll(Scope.call(district, () -> arrivals.typed(digits, phone)));
            }
        }
        if (choices.size() == 1) {
            return new ModelAndView("redirect:" + address(choices.getFirst().ticket()));
        }
        if (choices.isEmpty()) {
            guessing.wrong(request.getRemoteAddr());
            response.setStatus(422);
        }
        String problem = !choices.isEmpty()
                ? ""
                : allowed ? "attendance.refused.pin" : "attendance.refused.guesses";
        return new ModelAndView("attendance/digits", Map.of("choices", choices, "problem", problem, "along", false));
    }

    private static String address(Ticket ticket) {
        return "/attend/at/" + ticket.text();
    }

    /** What the host's screen shows, scanned. */
    @GetMapping("/attend/{code}")
    ModelAndView scan(@PathVariable String code, HttpServletRequest request, HttpServletResponse response) {
        Optional<Ticket> ticket = Ticket.read(code).filter(read -> districts.all().contains(read.district()));
        if (ticket.isEmpty()) {
            return gone("attendance.gone.unknown", response);
        }
        District district = ticket.get().district();
        LinkSecret phone = phone(request, district).orElseGet(() -> LinkSecret.fresh(district));
        return switch (Scope.call(district, () -> arrivals.scan(ticket.get(), phone))) {
            case Let.In in -> {
                if (phone(request, district).isEmpty()) {
                    keep(phone, null, request, response);
                }
                yield new ModelAndView("redirect:" + address(in.ticket()));
            }
            case Let.Out out -> gone(out.key(), response);
        };
    }

    private static ModelAndView gone(String key, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        return new ModelAndView("attendance/gone", Map.of("key", key));
    }

    private static Optional<LinkSecret> phone(HttpServletRequest request, District district) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(COOKIE + district.code())) {
                    return LinkSecret.read(cookie.getValue()).filter(read -> read.district().equals(district));
                }
            }
        }
        return Optional.empty();
    }

    private static LinkSecret phoneOrNew(HttpServletRequest request, HttpServletResponse response, District district) {
        return phone(request, district).orElseGet(() -> {
            LinkSecret fresh = LinkSecret.fresh(district);
            keep(fresh, null, request, response);
            return fresh;
        });
    }

    /** Until the browser closes, or as many days as it is remembered. */
    private static void keep(LinkSecret phone, @Nullable Duration age, HttpServletRequest request,
            HttpServletResponse response) {
        ResponseCookie.ResponseCookieBuilder cookie = ResponseCookie.from(COOKIE + phone.district().code(),
                phone.text()).path("/attend").httpOnly(true).secure(request.isSecure()).sameSite("Lax");
        if (age != null) {
            cookie.maxAge(age);
        }
        response.addHeader("Set-Cookie", cookie.build().toString());
    }

    private Optional<Ticket> read(String text) {
        return Ticket.read(text).filter(read -> districts.all().contains(read.district()));
    }

    /** The person whose account is signed in, if it is one of this district. */
    private static @Nullable UUID account(Perhaps perhaps, Ticket ticket) {
        boolean here = Scope.current().filter(ticket.district()::equals).isPresent();
        return here ? perhaps.actor().map(Actor::personId).orElse(null) : null;
    }

    @GetMapping("/attend/at/{ticket}")
    ModelAndView at(Perhaps who, Messages m, @PathVariable String ticket,
            @RequestParam(required = false) @Nullable UUID school, @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String show, HttpServletRequest request, HttpServletResponse response) {
        Optional<Ticket> read = read(ticket);
        if (read.isEmpty()) {
            return gone("attendance.gone.unknown", response);
        }
        Look look = new Look(school, q, show.equals("other"), account(who, read.get()));
        return page(read.get(), look, "", null, m, request, response);
    }

    private ModelAndView page(Ticket ticket, Look look, String problem, @Nullable Coming typed, Messages m,
            HttpServletRequest request, HttpServletResponse response) {
        LinkSecret phone = phone(request, ticket.district()).orElse(null);
        return switch (Scope.call(ticket.district(), () -> arrivals.open(ticket, phone, look))) {
            case Door.Shut shut -> gone(shut.key(), response);
            case Door.Opened opened -> {
                response.setHeader("Cache-Control", "no-store");
                if (ticket.kind() == Ticket.Kind.APART && request.getUserPrincipal() == null) {
                    request.getSession(true).setMaxInactiveInterval((int) ALONG.toSeconds());
                }
                DoorView view = new DoorView(opened, typed == null ? ids.next() : typed.id(), problem,
                        typed == null ? "" : typed.schoolName(), typed == null ? "" : typed.name(), new Words(m));
                yield view.apart()
                        ? new ModelAndView("attendance/along", Map.of("view", view, Page.KEPT_BY_GUESTS, true))
                        : new ModelAndView("attendance/at", Map.of("view", view));
            }
        };
    }

    @PostMapping("/attend/at/{ticket}")
    ModelAndView arrive(Perhaps who, Messages m, @PathVariable String ticket,
            @RequestParam(defaultValue = "") String key, @RequestParam(required = false) @Nullable UUID person,
            @RequestParam(required = false) @Nullable UUID school, @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") String remember,
            HttpServletRequest request, HttpServletResponse response, RedirectAttributes redirect) {
        Optional<Ticket> read = read(ticket);
        Optional<LinkSecret> phone = read.flatMap(each -> phone(request, each.district()));
        if (read.isEmpty() || phone.isEmpty()) {
            return gone("attendance.gone.unknown", response);
        }
        Coming coming = new Coming(id(key).orElseGet(ids::next), person, name.strip(), school, unit.strip(),
                !remember.isEmpty(), account(who, read.get()));
        Look look = new Look(school, "", true, coming.account());
        return switch (Scope.call(read.get().district(), () -> arrivals.arrive(read.get(), phone.get(), coming))) {
            case Arrived.Here here -> {
                LocalDate last = here.remembered();
                if (last != null) {
                    keep(phone.get(), Duration.ofDays(Math.max(1, ChronoUnit.DAYS.between(arrivals.today(), last) + 1)),
                            request, response);
                }
                if (!here.arrival().id().equals(coming.id())) {
                    Toast.of("attendance.toast.already").after(redirect);
                }
                yield new ModelAndView("redirect:" + address(read.get()));
            }
            case Arrived.Refused refused -> {
                response.setStatus(422);
                yield page(read.get(), look, refused.key(), coming, m, request, response);
            }
            case Arrived.Out out -> gone(out.key(), response);
        };
    }

    @PostMapping("/attend/at/{ticket}/undo")
    ModelAndView undo(@PathVariable String ticket, @RequestParam(required = false) @Nullable UUID arrival,
            HttpServletRequest request, HttpServletResponse response, RedirectAttributes redirect) {
        Optional<Ticket> read = read(ticket);
        Optional<LinkSecret> phone = read.flatMap(each -> phone(request, each.district()));
        boolean undone = arrival != null && phone.isPresent() && Scope.call(read.orElseThrow().district(),
                () -> arrivals.undo(read.orElseThrow(), phone.get(), arrival));
        if (!undone) {
            return gone("attendance.gone.undo", response);
        }
        Toast.of("attendance.toast.undone").after(redirect);
        return new ModelAndView("redirect:" + address(read.orElseThrow()) + "?show=other");
    }

    /** The phone knows nobody any more. */
    @PostMapping("/attend/forgetting")
    ModelAndView forget(HttpServletRequest request, HttpServletResponse response, RedirectAttributes redirect) {
        for (District district : districts.all()) {
            phone(request, district).ifPresent(phone -> {
                Scope.run(district, () -> arrivals.forget(phone));
                keep(phone, Duration.ZERO, request, response);
            });
        }
        Toast.of("attendance.toast.forgotten").after(redirect);
        return new ModelAndView("redirect:/attend");
    }

    /** The page to take along, for whoever is expected and signed in to their account. */
    @GetMapping("/activities/{id}/attendance/along")
    String along(Actor actor, @PathVariable UUID id) {
        Ticket ticket = arrivals.along(actor, id).orElseThrow(() -> new Absent("roll", id));
        return "redirect:" + address(ticket);
    }

    /** What a phone kept, one or several, each with its own key; or what it sends of now from the same page. */
    @PostMapping("/attend/later")
    ModelAndView later(@RequestParam MultiValueMap<String, String> sent, Messages m, HttpServletRequest request,
            HttpServletResponse response) {
        List<Kept> kept = kept(sent);
        if (kept.isEmpty() || !guessing.allowed(request.getRemoteAddr())) {
            return gone(kept.isEmpty() ? "attendance.gone.unknown" : "attendance.refused.guesses", response);
        }
        Ticket first = kept.getFirst().ticket();
        Arrived arrived = Scope.call(first.district(), () -> arrivals.later(kept.stream()
                .filter(each -> each.ticket().district().equals(first.district())).toList()));
        return switch (arrived) {
            case Arrived.Here _ -> new ModelAndView("redirect:" + address(first));
            case Arrived.Refused refused -> {
                guessing.wrong(request.getRemoteAddr());
                response.setStatus(422);
                yield page(first, new Look(null, "", false, null), refused.key(), null, m, request, response);
            }
            case Arrived.Out out -> gone(out.key(), response);
        };
    }

    private List<Kept> kept(MultiValueMap<String, String> sent) {
        List<Kept> kept = new ArrayList<>();
        List<String> keys = sent.getOrDefault("key", List.of());
        for (int index = 0; index < Math.min(keys.size(), MOST_AT_ONCE); index++) {
            Optional<Ticket> ticket = read(at(sent, "ticket", index));
            Optional<UUID> key = id(keys.get(index));
            if (ticket.isPresent() && key.isPresent()) {
                Long sequence = number(at(sent, "sequence", index));
                Long millis = number(at(sent, "at", index));
                kept.add(new Kept(key.get(), ticket.get(), at(sent, "pin", index).replaceAll("\\s", ""),
                        millis == null ? null : Instant.ofEpochMilli(millis), sequence == null ? 0 : sequence));
            }
        }
        return kept;
    }

    private static String at(MultiValueMap<String, String> sent, String name, int index) {
        List<String> values = sent.getOrDefault(name, List.of());
        return index < values.size() ? values.get(index) : "";
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static @Nullable Long number(String text) {
        return text.matches("[0-9]{1,15}") ? Long.valueOf(text) : null;
    }
}
