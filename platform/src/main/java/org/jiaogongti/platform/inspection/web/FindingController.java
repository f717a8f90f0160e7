package org.jiaogongti.platform.inspection.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaogongti.charter.calendar.DateRange;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.evidence.Upload;
import org.jiaogongti.platform.inspection.Finding;
import org.jiaogongti.platform.inspection.FindingChanges.NewFinding;
import org.jiaogongti.platform.inspection.FindingChanges.Said;
import org.jiaogongti.platform.inspection.FindingChanges;
import org.jiaogongti.platform.inspection.FindingFilter.Show;
import org.jiaogongti.platform.inspection.FindingFilter;
import org.jiaogongti.platform.inspection.Findings;
import org.jiaogongti.platform.inspection.Outcome;
import org.jiaogongti.platform.reminder.Due;
import org.jiaogongti.platform.reminder.Nudges;
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

/** 问题: the list, one finding with what was said of it, and what school, inspector and bureau say. */
@Controller
class FindingController {

    private static final int PAGE = 50;
    /** An export gives all rows of the filter, up to this many. */
    private static final int EXPORT = 20_000;

    private final Findings findings;
    private final FindingChanges changes;
    private final InspectionLetters letters;
    private final Nudges nudges;

    FindingController(Findings findings, FindingChanges changes, InspectionLetters letters, Nudges nudges) {
        this.nudges = nudges;
        this.findings = findings;
        this.changes = changes;
        this.letters = letters;
    }

    private static FindingFilter filter(Filled query) {
        Show show = query.one(Show.class, "show");
        LocalDate first = query.day("first");
        LocalDate last = query.day("last");
        boolean days = (first != null || last != null) && (first == null || last == null || !last.isBefore(first));
        return new FindingFilter(show == null ? Show.NOW : show, query.id("school"), query.id("community"),
                days
                        ? new DateRange(first == null ? LocalDate.of(2000, 1, 1) : first,
                                last == null ? LocalDate.of(2999, 12, 31) : last)
                        : null);
    }

    @GetMapping("/inspections/findings")
    ModelAndView list(Actor actor, Messages m, @RequestParam MultiValueMap<String, String> fields) {
        Filled query = new Filled(fields);
        UUID after = query.id("after");
        FindingFilter filter = filter(query);
        return new ModelAndView("inspection/finding-list", Map.of("view",
                new FindingListView(findings.list(actor, filter, after, PAGE), filter, after != null, new Words(m))));
    }

    @GetMapping("/inspections/findings/export.{format:xlsx|csv}")
    ResponseEntity<byte[]> export(Actor actor, Messages m, @PathVariable String format,
            @RequestParam MultiValueMap<String, String> fields) {
        FindingFilter filter = filter(new Filled(fields));
        return new FindingListView(findings.list(actor, filter, null, EXPORT), filter, false, new Words(m)).file()
                .download(format);
    }

    @GetMapping("/inspections/findings/new")
    ModelAndView form(@RequestParam MultiValueMap<String, String> fields) {
        return form(new Filled(fields), Problem.NONE);
    }

    private ModelAndView form(Filled filled, Problem problem) {
        Map<String, Object> model = new HashMap<>();
        model.put("offer", findings.offer(origin(filled)));
        model.put("problem", problem);
        model.put("typed", filled.typed());
        return new ModelAndView("inspection/finding-new", model);
    }

    private static Finding.Origin origin(Filled filled) {
        return new Finding.Origin(filled.id("inspection"), filled.id("point"), filled.id("drawn"));
    }

    @PostMapping("/inspections/findings")
    ModelAndView find(Actor actor, @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(name = "files", required = false) @Nullable List<MultipartFile> files,
            HttpServletResponse response, RedirectAttributes redirect) {
        Filled filled = new Filled(fields);
        Outcome outcome = changes.find(actor, new NewFinding(origin(filled), filled.id("school"), filled.text("duty"),
                filled.lines("words"), filled.day("deadline")), Upload.allOf(files));
        return new Sent(filled, response, redirect).answer(outcome, "finding", Toast.of("inspection.finding.done"),
                id -> "/inspections/findings/" + id, problem -> form(filled, problem));
    }

    @GetMapping("/inspections/findings/{finding}")
    ModelAndView one(Actor actor, Messages m, @PathVariable UUID finding) {
        return page(actor, m, finding, Problem.NONE);
    }

    private ModelAndView page(Actor actor, Messages m, UUID id, Problem problem) {
        return new ModelAndView("inspection/finding",
                Map.of("shown", findings.show(actor, id), "nudge",
                        nudges.state(new Due.Matter("inspection", id.toString())), "problem", problem, "words",
                        new Words(m)));
    }

    /** The answer to what was said on a finding's page. */
    private ModelAndView after(Outcome outcome, Actor actor, Messages m, UUID finding, Sent sent) {
        return sent.noted(outcome, sent.filled().text("what"), "/inspections/findings/" + finding,
                problem -> page(actor, m, finding, problem));
    }

    private static Said said(Filled filled) {
        return new Said(filled.one(Finding.What.class, "what"), filled.lines("words"), filled.day("deadline"));
    }

    @PostMapping("/inspections/findings/{finding}/answers")
    ModelAndView answer(Actor actor, Messages m, @PathVariable UUID finding,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(name = "files", required = false) @Nullable List<MultipartFile> files,
            HttpServletResponse response, RedirectAttributes redirect) {
        Filled filled = new Filled(fields);
        return after(changes.answer(actor, finding, said(filled), Upload.allOf(files)), actor, m,
                finding, new Sent(filled, response, redirect));
    }

    @PostMapping("/inspections/findings/{finding}/steps")
    ModelAndView inspect(Actor actor, Messages m, @PathVariable UUID finding,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(name = "files", required = false) @Nullable List<MultipartFile> files,
            HttpServletResponse response, RedirectAttributes redirect) {
        Filled filled = new Filled(fields);
        return after(changes.inspect(actor, finding, said(filled), Upload.allOf(files)), actor, m,
                finding, new Sent(filled, response, redirect));
    }

    @PostMapping("/inspections/findings/{finding}/rulings")
    ModelAndView rule(Actor actor, Messages m, @PathVariable UUID finding,
            @RequestParam MultiValueMap<String, String> fields, HttpServletResponse response,
            RedirectAttributes redirect) {
        Filled filled = new Filled(fields);
        return after(changes.rule(actor, finding, said(filled)), actor, m, finding,
                new Sent(filled, response, redirect));
    }

    @GetMapping("/inspections/findings/{finding}/letter.{format:docx|pdf}")
    ResponseEntity<byte[]> letter(Actor actor, Messages m, @PathVariable UUID finding, @PathVariable String format) {
        return letters.of(findings.show(actor, finding)).download(format, m);
    }
}
