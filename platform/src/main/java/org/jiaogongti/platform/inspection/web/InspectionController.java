package org.jiaogongti.platform.inspection.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.evidence.Upload;
import org.jiaogongti.platform.inspection.Inspection;
import org.jiaogongti.platform.inspection.InspectionChanges.NewInspections;
import org.jiaogongti.platform.inspection.InspectionChanges.NewResult;
import org.jiaogongti.platform.inspection.InspectionChanges.Said;
import org.jiaogongti.platform.inspection.InspectionChanges;
import org.jiaogongti.platform.inspection.InspectionRule;
import org.jiaogongti.platform.inspection.Inspections;
import org.jiaogongti.platform.inspection.Outcome;
import org.jiaogongti.platform.inspection.Point;
import org.jiaogongti.platform.shell.Absent;
import org.jiaogongti.platform.shell.Filled;
import org.jiaogongti.platform.shell.Messages;
import org.jiaogongti.platform.shell.Toast;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 督查: the year's plan with its ceiling, and a visit with its checklist. */
@Controller
class InspectionController {

    private static final int PAGE = 50;
    /** An export gives all visits of a year, up to this many. */
    private static final int EXPORT = 20_000;

    private final Inspections inspections;
    private final InspectionChanges changes;
    private final InspectionLetters letters;

    InspectionController(Inspections inspections, InspectionChanges changes, InspectionLetters letters) {
        this.inspections = inspections;
        this.changes = changes;
        this.letters = letters;
    }

    @GetMapping("/inspections")
    ModelAndView list(Actor actor, Messages m, @RequestParam MultiValueMap<String, String> query) {
        return list(actor, m, new Filled(query), Problem.NONE);
    }

    private ModelAndView list(Actor actor, Messages m, Filled query, Problem problem) {
        UUID school = query.id("school");
        UUID after = query.id("after");
        return new ModelAndView("inspection/list", Map.of("view", new InspectionListView(
                inspections.list(actor, query.text("year"), school, after, PAGE), school, after != null, problem,
                new Words(m))));
    }

    @GetMapping("/inspections/export.{format:xlsx|csv}")
    ResponseEntity<byte[]> export(Actor actor, Messages m, @PathVariable String format,
            @RequestParam MultiValueMap<String, String> fields) {
        Filled query = new Filled(fields);
        UUID school = query.id("school");
        return new InspectionListView(inspections.list(actor, query.text("year"), school, null, EXPORT), school,
                false, Problem.NONE, new Words(m)).file().download(format);
    }

    @PostMapping("/inspections/rules")
    ModelAndView rule(Actor actor, Messages m, @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response, RedirectAttributes redirect) {
        Filled filled = new Filled(fields);
        Outcome outcome = changes.rule(actor, new InspectionRule(filled.text("year"), filled.wholeOr("ceiling", -1),
                new InspectionRule.Limits(filled.wholeOr("rectify", -1), filled.wholeOr("dispute", -1),
                        filled.wholeOr("reply", -1),
                        filled.wholeOr("decision", -1), filled.wholeOr("appeal", -1), filled.wholeOr("ruling", -1)),
                filled.lines("document"), null));
        return new Sent(filled, response, redirect).answer(outcome, "rule", Toast.of("inspection.rule.done"),
                _ -> Words.address("/inspections", Map.of("year", filled.text("year"))),
                problem -> list(actor, m, filled, problem));
    }

    @GetMapping("/inspections/new")
    ModelAndView form(Messages m, @RequestParam MultiValueMap<String, String> fields) {
        return form(m, new Filled(fields), Problem.NONE);
    }

    private ModelAndView form(Messages m, Filled filled, Problem problem) {
        Map<String, Object> model = new HashMap<>();
        model.put("offer", inspections.offer());
        model.put("problem", problem);
        model.put("typed", filled.typed());
        model.put("schools", filled.all("school"));
        model.put("duties", filled.all("duty"));
        model.put("words", new Words(m));
        return new ModelAndView("inspection/new", model);
    }

    @PostMapping("/inspections")
    ModelAndView plan(Actor actor, Messages m, @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response, RedirectAttributes redirect) {
        Filled filled = new Filled(fields);
        Outcome outcome = changes.plan(actor, new NewInspections(filled.ids("school"), filled.day("day"),
                filled.one(Inspection.Kind.class, "kind"), filled.lines("about"), filled.text("over"),
                filled.all("duty")));
        int planned = filled.ids("school").size();
        return new Sent(filled, response, redirect).answer(outcome, "plan",
                Toast.of("inspection.plan.done", planned), id -> "/inspections" + (planned == 1 ? "/" + id : ""),
                problem -> form(m, filled, problem));
    }

    @GetMapping("/inspections/{id}")
    ModelAndView one(Actor actor, Messages m, @PathVariable UUID id) {
        return page(actor, m, id, Problem.NONE);
    }

    private ModelAndView page(Actor actor, Messages m, UUID id, Problem problem) {
        return new ModelAndView("inspection/visit",
                Map.of("shown", inspections.show(actor, id), "problem", problem, "words", new Words(m)));
    }

    @PostMapping("/inspections/{id}/points")
    ModelAndView add(Actor actor, Messages m, @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> fields, HttpServletResponse response,
            RedirectAttributes redirect) {
        Filled filled = new Filled(fields);
        return new Sent(filled, response, redirect).noted(
                changes.addPoint(actor, id, filled.text("clause"), filled.text("name")), "point", "/inspections/" + id,
                problem -> page(actor, m, id, problem));
    }

    @PostMapping("/inspections/{id}/points/{point}/results")
    ModelAndView judge(Actor actor, Messages m, @PathVariable UUID id, @PathVariable UUID point,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(name = "files", required = false) @Nullable List<MultipartFile> files,
            HttpServletResponse response, RedirectAttributes redirect) {
        Filled filled = new Filled(fields);
        return new Sent(filled, response, redirect).noted(changes.judge(actor, id, point,
                new NewResult(filled.one(Point.Result.class, "result"), filled.lines("note")), Upload.allOf(files)),
                point.toString(), "/inspections/" + id + "#point-" + point, problem -> page(actor, m, id, problem));
    }

    @PostMapping("/inspections/{id}/steps")
    ModelAndView say(Actor actor, Messages m, @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> fields, HttpServletResponse response,
            RedirectAttributes redirect) {
        Filled filled = new Filled(fields);
        return new Sent(filled, response, redirect).noted(changes.say(actor, id,
                new Said(filled.one(Inspection.What.class, "what"), filled.lines("words"), filled.day("day"))),
                "step", "/inspections/" + id, problem -> page(actor, m, id, problem));
    }

    /** Before a visit its announcement, after it what was found; an unannounced one is not announced. */
    @GetMapping("/inspections/{id}/letter.{format:docx|pdf}")
    ResponseEntity<byte[]> letter(Actor actor, Messages m, @PathVariable UUID id, @PathVariable String format) {
        Inspections.Shown shown = inspections.show(actor, id);
        return letters.of(shown).orElseThrow(() -> new Absent("letter", id)).download(format, m);
    }
}
