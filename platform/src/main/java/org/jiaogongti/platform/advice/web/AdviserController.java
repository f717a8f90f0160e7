package org.jiaogongti.platform.advice.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.advice.AdviserFilter;
import org.jiaogongti.platform.advice.AdviserKind;
import org.jiaogongti.platform.advice.AdviserLevel;
import org.jiaogongti.platform.advice.Advisers.Engaged;
import org.jiaogongti.platform.advice.Advisers.Engagement;
import org.jiaogongti.platform.advice.Advisers;
import org.jiaogongti.platform.school.Change;
import org.jiaogongti.platform.shell.Messages;
import org.jiaogongti.platform.shell.Toast;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 顾问名册. */
@Controller
class AdviserController {

    private static final int PAGE = 200;
    private static final int EXPORT = 20_000;

    private final Advisers advisers;

    AdviserController(Advisers advisers) {
        this.advisers = advisers;
    }

    @GetMapping("/advisers")
    ModelAndView list(Actor actor, Messages m, @RequestParam(required = false) @Nullable UUID community,
            @RequestParam(required = false) @Nullable AdviserKind kind,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate on,
            @RequestParam(defaultValue = "false") boolean everybody) {
        return new ModelAndView("advice/advisers",
                Map.of("view", view(actor, m, filter(community, kind, on, everybody), PAGE)));
    }

    private AdviserFilter filter(@Nullable UUID community, @Nullable AdviserKind kind, @Nullable LocalDate on,
            boolean everybody) {
        return new AdviserFilter(community, kind, on == null ? advisers.today() : on, everybody);
    }

    private AdvisersView view(Actor actor, Messages m, AdviserFilter filter, int size) {
        return new AdvisersView(advisers.list(actor, filter, size), filter, new Words(m));
    }

    @GetMapping("/advisers/export.{format:xlsx|csv}")
    ResponseEntity<byte[]> export(Actor actor, Messages m, @PathVariable String format,
            @RequestParam(required = false) @Nullable UUID community,
            @RequestParam(required = false) @Nullable AdviserKind kind,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate on,
            @RequestParam(defaultValue = "false") boolean everybody) {
        return view(actor, m, filter(community, kind, on, everybody), EXPORT).file().download(format);
    }

    @GetMapping("/advisers/new")
    ModelAndView form(Actor actor) {
        return form(actor, Map.of(), "");
    }

    private ModelAndView form(Actor actor, Map<String, String> typed, String problem) {
        LocalDate today = advisers.today();
        return new ModelAndView("advice/adviser-new", Map.of("communities",
                advisers.list(actor, new AdviserFilter(null, null, today, false), 1).communities(), "typed", typed,
                "problem", problem));
    }

    @PostMapping("/advisers")
    ModelAndView engage(Actor actor, @RequestParam(required = false) @Nullable UUID community,
            @RequestParam(defaultValue = "") String name, @RequestParam(required = false) @Nullable AdviserKind kind,
            @RequestParam(required = false) @Nullable AdviserLevel level, @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String titles, @RequestParam(defaultValue = "") String invitedBy,
            @RequestParam(defaultValue = "") String document,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
            HttpServletResponse response, RedirectAttributes redirect) {
        Engaged engaged = advisers.engage(actor,
                new Engagement(community, Words.line(name), kind, level, Words.line(unit), Words.line(titles),
                        Words.line(invitedBy), Words.line(document), from, to));
        return switch (engaged) {
            case Engaged.Done done -> {
                Toast.of("advice.done.engaged").after(redirect);
                yield new ModelAndView("redirect:/advisers/" + done.adviser());
            }
            case Engaged.Refused refused -> {
                response.setStatus(422);
                yield form(actor, Map.of("community", Words.text(community), "name", name, "kind",
                        kind == null ? "" : kind.name(), "level", level == null ? "" : level.name(), "unit", unit,
                        "titles", titles, "invitedBy", invitedBy, "document", document, "from", Words.text(from), "to",
                        Words.text(to)), refused.key());
            }
        };
    }

    @GetMapping("/advisers/{id}")
    ModelAndView one(Actor actor, Messages m, @PathVariable UUID id) {
        return page(actor, m, id, "");
    }

    private ModelAndView page(Actor actor, Messages m, UUID id, String problem) {
        return new ModelAndView("advice/adviser",
                Map.of("view", new AdviserView(advisers.show(actor, id), new Words(m), problem, null)));
    }

    @PostMapping("/advisers/{id}/end")
    ModelAndView end(Actor actor, Messages m, @PathVariable UUID id,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate last,
            HttpServletResponse response, RedirectAttributes redirect) {
        if (advisers.end(actor, id, last) instanceof Change.Refused refused) {
            response.setStatus(422);
            return page(actor, m, id, refused.key());
        }
        Toast.of(last == null ? "advice.done.goes-on" : "advice.done.ended").after(redirect);
        return new ModelAndView("redirect:/advisers/" + id);
    }

    @PostMapping("/advisers/{id}/withdrawal")
    ModelAndView takeBack(Actor actor, Messages m, @PathVariable UUID id, HttpServletResponse response,
            RedirectAttributes redirect) {
        if (advisers.takeBack(actor, id) instanceof Change.Refused refused) {
            response.setStatus(422);
            return page(actor, m, id, refused.key());
        }
        Toast.of("advice.done.taken-back").after(redirect);
        return new ModelAndView("redirect:/advisers");
    }
}
