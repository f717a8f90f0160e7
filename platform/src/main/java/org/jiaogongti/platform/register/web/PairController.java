package org.jiaogongti.platform.register.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.bin.Deletions;
import org.jiaogongti.platform.register.LessonPair;
import org.jiaogongti.platform.register.LessonPairs;
import org.jiaogongti.platform.register.PairChanges;
import org.jiaogongti.platform.register.PairChanges.Formed;
import org.jiaogongti.platform.register.PairChanges.NewLesson;
import org.jiaogongti.platform.register.PairChanges.NewPair;
import org.jiaogongti.platform.register.PairFilter;
import org.jiaogongti.platform.school.Change;
import org.jiaogongti.platform.shell.Filled;
import org.jiaogongti.platform.shell.Messages;
import org.jiaogongti.platform.shell.Toast;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 结对: pairs of schools and classes for synchronous lessons, and their term plans. */
@Controller
class PairController {

    private static final int PAGE = 50;
    /** An export gives all rows of the filter, up to this many. */
    private static final int EXPORT = 20_000;

    private final LessonPairs pairs;
    private final PairChanges changes;
    private final Deletions deletions;

    PairController(LessonPairs pairs, PairChanges changes, Deletions deletions) {
        this.deletions = deletions;
        this.pairs = pairs;
        this.changes = changes;
    }

    private PairFilter filter(Map<String, String> query) {
        Filled filled = new Filled(query);
        LocalDate on = filled.day("on");
        return new PairFilter(filled.id("school"), filled.one(LessonPair.Days.class, "days"),
                on == null ? pairs.today() : on);
    }

    @GetMapping("/registers/pairs")
    ModelAndView list(Actor actor, Messages m, @RequestParam Map<String, String> query) {
        PairFilter filter = filter(query);
        UUID after = new Filled(query).id("after");
        return new ModelAndView("register/pair-list", Map.of("view", new PairListView(
                pairs.list(actor, filter, after, PAGE), filter, filter.on().equals(pairs.today()), after != null,
                new Words(m), new PairWords(m))));
    }

    @GetMapping("/registers/pairs/export.{format:xlsx|csv}")
    ResponseEntity<byte[]> export(Actor actor, Messages m, @PathVariable String format,
            @RequestParam Map<String, String> query) {
        PairFilter filter = filter(query);
        return new PairListView(pairs.list(actor, filter, null, EXPORT), filter, false, false, new Words(m),
                new PairWords(m)).file().download(format);
    }

    @GetMapping("/registers/pairs/new")
    ModelAndView form(Actor actor, Messages m, @RequestParam Map<String, String> query) {
        return form(actor, m, query, "");
    }

    private ModelAndView form(Actor actor, Messages m, Map<String, String> typed, String problem) {
        Filled filled = new Filled(typed);
        LocalDate from = filled.day("from");
        return new ModelAndView("register/pair-new", Map.of("offer", pairs.offer(actor, filled.id("giver"),
                filled.id("receiver"), from == null ? pairs.today() : from), "problem", problem, "typed", typed,
                "words", new PairWords(m)));
    }

    @PostMapping("/registers/pairs")
    ModelAndView form(Actor actor, Messages m, @RequestParam Map<String, String> fields, HttpServletResponse response,
            RedirectAttributes redirect) {
        Filled filled = new Filled(fields);
        List<LessonPair.Form> forms = Arrays.stream(LessonPair.Form.values())
                .filter(form -> filled.ticked("form-" + form.name())).toList();
        Formed formed = changes.form(actor, new NewPair(filled.id("giver"), filled.id("receiver"),
                filled.text("giverClass"), filled.text("receiverClass"), forms, filled.text("agreement"),
                filled.day("from"), filled.day("until")));
        return switch (formed) {
            case Formed.Done done -> {
                Toast.of("register.pair.done.formed").after(redirect);
                yield new ModelAndView("redirect:/registers/pairs/" + done.pair());
            }
            case Formed.Refused refused -> {
                response.setStatus(422);
                yield form(actor, m, fields, refused.key());
            }
        };
    }

    @GetMapping("/registers/pairs/{id}")
    ModelAndView one(Actor actor, Messages m, @PathVariable UUID id, @RequestParam(defaultValue = "") String term) {
        return page(actor, m, id, term, "", "", Map.of());
    }

    private ModelAndView page(Actor actor, Messages m, UUID id, String term, String problem, String form,
            Map<String, String> typed) {
        return new ModelAndView("register/pair", Map.of("view", new PairView(pairs.show(actor, id, term),
                new Words(m), new PairWords(m), problem, form, typed)));
    }

    /** What a form of a pair's page needs to be answered. */
    private record Asked(Actor actor, Messages m, UUID id, HttpServletResponse response, RedirectAttributes redirect) {}

    private ModelAndView after(Change change, Asked asked, String form, Map<String, String> fields) {
        String term = fields.getOrDefault("term", "");
        if (change instanceof Change.Refused refused) {
            asked.response().setStatus(422);
            return page(asked.actor(), asked.m(), asked.id(), term, refused.key(), form, fields);
        }
        Toast.of("register.done.noted").after(asked.redirect());
        return new ModelAndView(
                "redirect:" + Words.address("/registers/pairs/" + asked.id(), Map.of("term", term)));
    }

    @PostMapping("/registers/pairs/{id}/plan")
    ModelAndView plan(Actor actor, Messages m, @PathVariable UUID id, @RequestParam Map<String, String> fields,
            HttpServletResponse response, RedirectAttributes redirect) {
        Filled filled = new Filled(fields);
        return after(changes.plan(actor, id,
                new NewLesson(filled.text("term"), filled.whole("week"), filled.text("subject"), filled.text("topic"),
                        filled.id("giverTeacher"), filled.id("receiverTeacher"))),
                new Asked(actor, m, id, response, redirect), "plan", fields);
    }

    @PostMapping("/registers/pairs/{id}/plan/{lesson}/withdrawal")
    ModelAndView strike(Actor actor, Messages m, @PathVariable UUID id, @PathVariable UUID lesson,
            @RequestParam(defaultValue = "") String term, HttpServletResponse response, RedirectAttributes redirect) {
        ModelAndView page = after(changes.strike(actor, id, lesson), new Asked(actor, m, id, response, redirect), "",
                Map.of("term", term));
        undoable("planned-lesson", lesson, "register.plan.done.struck", redirect);
        return page;
    }

    @PostMapping("/registers/pairs/{id}/end")
    ModelAndView end(Actor actor, Messages m, @PathVariable UUID id, @RequestParam Map<String, String> fields,
            HttpServletResponse response, RedirectAttributes redirect) {
        Filled filled = new Filled(fields);
        return after(changes.end(actor, id, filled.day("last"), filled.text("reason")),
                new Asked(actor, m, id, response, redirect), "end", fields);
    }

    @PostMapping("/registers/pairs/{id}/resumption")
    ModelAndView resume(Actor actor, Messages m, @PathVariable UUID id, HttpServletResponse response,
            RedirectAttributes redirect) {
        return after(changes.resume(actor, id), new Asked(actor, m, id, response, redirect), "", Map.of());
    }

    @PostMapping("/registers/pairs/{id}/withdrawal")
    ModelAndView takeBack(Actor actor, Messages m, @PathVariable UUID id, HttpServletResponse response,
            RedirectAttributes redirect) {
        Change change = changes.takeBack(actor, id);
        if (change instanceof Change.Refused) {
            return after(change, new Asked(actor, m, id, response, redirect), "", Map.of());
        }
        undoable("lesson-pair", id, "register.pair.done.taken-back", redirect);
        return new ModelAndView("redirect:/registers/pairs");
    }

    /** Says what was done, with the way back. */
    private void undoable(String kind, UUID thing, String said, RedirectAttributes redirect) {
        deletions.of(kind, thing).ifPresent(deleted -> Toast.of(said)
                .undoneBy("/bin/" + deleted.id() + "/restoration").after(redirect));
    }
}
