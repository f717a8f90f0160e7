package org.jiaogongti.platform.register.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.evidence.Upload;
import org.jiaogongti.platform.register.JointWork;
import org.jiaogongti.platform.register.Measure;
import org.jiaogongti.platform.register.Review;
import org.jiaogongti.platform.register.WeakChanges;
import org.jiaogongti.platform.register.WeakChanges.Listed;
import org.jiaogongti.platform.register.WeakChanges.NewEntry;
import org.jiaogongti.platform.register.WeakChanges.NewMeasure;
import org.jiaogongti.platform.register.WeakChanges.NewReview;
import org.jiaogongti.platform.register.WeakEntries;
import org.jiaogongti.platform.register.WeakFilter;
import org.jiaogongti.platform.register.WeakFilter.Show;
import org.jiaogongti.platform.register.WeakGround;
import org.jiaogongti.platform.register.WeakKey;
import org.jiaogongti.platform.school.Change;
import org.jiaogongti.platform.shell.Filled;
import org.jiaogongti.platform.shell.Messages;
import org.jiaogongti.platform.shell.Toast;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 薄弱学科 and 薄弱学校: the list, one entry, and what is written in it. */
@Controller
class WeakController {

    private static final int PAGE = 50;
    /** An export gives all rows of the filter, up to this many. */
    private static final int EXPORT = 20_000;

    private final WeakEntries entries;
    private final WeakChanges changes;

    WeakController(WeakEntries entries, WeakChanges changes) {
        this.entries = entries;
        this.changes = changes;
    }

    private WeakFilter filter(Map<String, String> query) {
        Filled filled = new Filled(query);
        Show show = filled.one(Show.class, "show");
        LocalDate on = filled.day("on");
        return new WeakFilter(filled.id("community"), filled.id("school"), filled.text("subject"),
                show == null ? Show.NOW : show, on == null ? entries.today() : on);
    }

    @GetMapping("/registers/weak")
    ModelAndView list(Actor actor, Messages m, @RequestParam Map<String, String> query) {
        WeakFilter filter = filter(query);
        int page = new Filled(query).whole("page");
        return new ModelAndView("register/weak-list", Map.of("view", new WeakListView(
                entries.list(actor, filter, page, PAGE), filter, filter.on().equals(entries.today()), page,
                new Words(m))));
    }

    @GetMapping("/registers/weak/export.{format:xlsx|csv}")
    ResponseEntity<byte[]> export(Actor actor, Messages m, @PathVariable String format,
            @RequestParam Map<String, String> query) {
        WeakFilter filter = filter(query);
        return new WeakListView(entries.list(actor, filter, 0, EXPORT), filter, false, 0, new Words(m)).file()
                .download(format);
    }

    @GetMapping("/registers/weak/new")
    ModelAndView form(@RequestParam Map<String, String> query) {
        return form("", query);
    }

    private ModelAndView form(String problem, Map<String, String> typed) {
        return new ModelAndView("register/weak-new",
                Map.of("offer", entries.offer(), "problem", problem, "typed", typed));
    }

    private static WeakGround ground(Filled filled) {
        return new WeakGround(filled.one(WeakGround.Kind.class, "kind"), filled.text("source"),
                filled.text("document"), filled.text("decider"), filled.day("decidedOn"));
    }

    @PostMapping("/registers/weak")
    ModelAndView list(Actor actor, @RequestParam Map<String, String> fields, HttpServletResponse response,
            RedirectAttributes redirect) {
        Filled filled = new Filled(fields);
        Listed listed = changes.list(actor,
                new NewEntry(filled.id("school"), filled.text("subject"), filled.day("from"), ground(filled)));
        return switch (listed) {
            case Listed.Done done -> {
                Toast.of("register.weak.done.listed").after(redirect);
                yield new ModelAndView("redirect:" + Words.path(done.key()));
            }
            case Listed.Refused refused -> {
                response.setStatus(422);
                yield form(refused.key(), fields);
            }
        };
    }

    @GetMapping("/registers/weak/{school}/{subject}/{from}")
    ModelAndView one(Actor actor, Messages m, @PathVariable UUID school,
            @PathVariable String subject, @PathVariable String from) {
        return page(actor, m, Words.key(school, subject, from), "", "", Map.of());
    }

    private ModelAndView page(Actor actor, Messages m, WeakKey key, String problem, String form,
            Map<String, String> typed) {
        Map<String, Object> model = new HashMap<>();
        model.put("view", new WeakView(entries.show(actor, key), new Words(m), problem, form, typed));
        return new ModelAndView("register/weak", model);
    }

    /** What a form of an entry's page needs to be answered. */
    private record Asked(Actor actor, Messages m, WeakKey key, HttpServletResponse response,
            RedirectAttributes redirect) {}

    private ModelAndView after(Change change, Asked asked, String form, Map<String, String> fields, String done) {
        if (change instanceof Change.Refused refused) {
            asked.response().setStatus(422);
            return page(asked.actor(), asked.m(), asked.key(), refused.key(), form, fields);
        }
        Toast.of(done).after(asked.redirect());
        return new ModelAndView("redirect:" + Words.path(asked.key()));
    }

    @PostMapping("/registers/weak/{school}/{subject}/{from}/ground")
    ModelAndView ground(Actor actor, Messages m, @PathVariable UUID school,
            @PathVariable String subject, @PathVariable String from,
            @RequestParam Map<String, String> fields, HttpServletResponse response, RedirectAttributes redirect) {
        WeakKey key = Words.key(school, subject, from);
        return after(changes.ground(actor, key, ground(new Filled(fields))),
                new Asked(actor, m, key, response, redirect), "ground", fields, "register.done.noted");
    }

    @PostMapping("/registers/weak/{school}/{subject}/{from}/measures")
    ModelAndView set(Actor actor, Messages m, @PathVariable UUID school,
            @PathVariable String subject, @PathVariable String from,
            @RequestParam Map<String, String> fields, HttpServletResponse response, RedirectAttributes redirect) {
        WeakKey key = Words.key(school, subject, from);
        Filled filled = new Filled(fields);
        return after(changes.set(actor, key,
                new NewMeasure(filled.text("words"), filled.id("person"), filled.day("until"))),
                new Asked(actor, m, key, response, redirect), "measure", fields, "register.measure.done.set");
    }

    @PostMapping("/registers/weak/{school}/{subject}/{from}/measures/{measure}/steps")
    ModelAndView say(Actor actor, Messages m, @PathVariable UUID school,
            @PathVariable String subject, @PathVariable String from, @PathVariable UUID measure,
            @RequestParam Map<String, String> fields, HttpServletResponse response, RedirectAttributes redirect) {
        WeakKey key = Words.key(school, subject, from);
        Filled filled = new Filled(fields);
        return after(changes.say(actor, key, measure, filled.one(Measure.What.class, "what"), filled.text("words")),
                new Asked(actor, m, key, response, redirect), "step", fields, "register.done.noted");
    }

    @PostMapping("/registers/weak/{school}/{subject}/{from}/reviews")
    ModelAndView review(Actor actor, Messages m, @PathVariable UUID school,
            @PathVariable String subject, @PathVariable String from,
            @RequestParam Map<String, String> fields, HttpServletResponse response, RedirectAttributes redirect) {
        WeakKey key = Words.key(school, subject, from);
        Filled filled = new Filled(fields);
        return after(changes.review(actor, key,
                new NewReview(filled.text("term"), filled.one(Review.Became.class, "became"), filled.text("words"))),
                new Asked(actor, m, key, response, redirect), "review", fields, "register.review.done.written");
    }

    @PostMapping("/registers/weak/{school}/{subject}/{from}/work")
    ModelAndView work(Actor actor, Messages m, @PathVariable UUID school,
            @PathVariable String subject, @PathVariable String from,
            @RequestParam Map<String, String> fields, HttpServletResponse response, RedirectAttributes redirect) {
        WeakKey key = Words.key(school, subject, from);
        Filled filled = new Filled(fields);
        return after(changes.work(actor, key, filled.id("occasion"), filled.one(JointWork.What.class, "what")),
                new Asked(actor, m, key, response, redirect), "work", fields, "register.done.noted");
    }

    @PostMapping("/registers/weak/{school}/{subject}/{from}/closing")
    ModelAndView close(Actor actor, Messages m, @PathVariable UUID school,
            @PathVariable String subject, @PathVariable String from,
            @RequestParam Map<String, String> fields,
            @RequestParam(name = "files", required = false) @Nullable List<MultipartFile> files,
            HttpServletResponse response, RedirectAttributes redirect) {
        WeakKey key = Words.key(school, subject, from);
        Filled filled = new Filled(fields);
        return after(changes.close(actor, key, filled.day("last"), filled.text("words"), Upload.allOf(files)),
                new Asked(actor, m, key, response, redirect), "closing", fields, "register.weak.done.closed");
    }

    @PostMapping("/registers/weak/{school}/{subject}/{from}/closing/withdrawal")
    ModelAndView resume(Actor actor, Messages m, @PathVariable UUID school,
            @PathVariable String subject, @PathVariable String from, HttpServletResponse response,
            RedirectAttributes redirect) {
        WeakKey key = Words.key(school, subject, from);
        return after(changes.resume(actor, key), new Asked(actor, m, key, response, redirect), "closing", Map.of(),
                "register.weak.done.resumed");
    }
}
