package org.jiaogongti.platform.inspection.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.evidence.Upload;
import org.jiaogongti.platform.inspection.AccountabilityAction;
import org.jiaogongti.platform.inspection.Outcome;
import org.jiaogongti.platform.inspection.Proceeding;
import org.jiaogongti.platform.inspection.ProceedingChanges.NewProceeding;
import org.jiaogongti.platform.inspection.ProceedingChanges.Said;
import org.jiaogongti.platform.inspection.ProceedingChanges;
import org.jiaogongti.platform.inspection.Proceedings.Asked;
import org.jiaogongti.platform.inspection.Proceedings;
import org.jiaogongti.platform.shell.Absent;
import org.jiaogongti.platform.shell.Filled;
import org.jiaogongti.platform.shell.Messages;
import org.jiaogongti.platform.shell.TableFile;
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

/** 问责: the list, one proceeding, and what the school, the opener and those who decide say in it. */
@Controller
class ProceedingController {

    private static final int PAGE = 30;
    private static final int EXPORT = 20_000;
    private static final String RUNNING = "NOW";

    private final Proceedings proceedings;
    private final ProceedingChanges changes;
    private final InspectionLetters letters;

    ProceedingController(Proceedings proceedings, ProceedingChanges changes, InspectionLetters letters) {
        this.proceedings = proceedings;
        this.changes = changes;
        this.letters = letters;
    }

    @GetMapping("/inspections/proceedings")
    ModelAndView list(Actor actor, Messages m, @RequestParam MultiValueMap<String, String> fields) {
        Filled query = new Filled(fields);
        UUID after = query.id("after");
        UUID school = query.id("school");
        boolean running = query.text("show").equals(RUNNING);
        return new ModelAndView("inspection/proceeding-list", Map.of("listed",
                proceedings.list(actor, new Asked(running, school), after, PAGE), "pages",
                new ListPages("/inspections/proceedings", Words.text(school), running ? RUNNING : "", after != null),
                "words", new Words(m)));
    }

    @GetMapping("/inspections/proceedings/export.{format:xlsx|csv}")
    ResponseEntity<byte[]> export(Actor actor, Messages m, @PathVariable String format,
            @RequestParam MultiValueMap<String, String> fields) {
        Filled query = new Filled(fields);
        Words words = new Words(m);
        Proceedings.Listed listed = proceedings.list(actor,
                new Asked(query.text("show").equals(RUNNING), query.id("school")), null, EXPORT);
        return new TableFile(m.t("inspection.proceeding.title") + " " + listed.today(),
                List.of(m.t("inspection.proceeding.on"), m.t("inspection.community"), m.t("inspection.school"),
                        m.t("inspection.proceeding.reason"), m.t("inspection.proceeding.facts"),
                        m.t("inspection.clause"), m.t("inspection.proceeding.proposed"), m.t("inspection.state"),
                        m.t("inspection.proceeding.due")),
                listed.proceedings().stream().map(each -> List.of(each.by().on().toString(), listed.community(each),
                        listed.name(each.school()), words.reason(each.reason()), Words.line(each.facts()),
                        each.clause(), words.action(each.proposed()), words.state(each, listed.today()),
                        Words.text(each.due()))).toList())
                .download(format);
    }

    @GetMapping("/inspections/proceedings/new")
    ModelAndView form(Actor actor, Messages m, @RequestParam UUID finding) {
        return form(actor, m, finding, Set.of(finding.toString()), Problem.NONE);
    }

    private ModelAndView form(Actor actor, Messages m, UUID finding, Set<String> chosen, Problem problem) {
        Map<String, Object> model = new HashMap<>();
        model.put("offer", proceedings.offer(actor, finding));
        model.put("chosen", chosen);
        model.put("problem", problem);
        model.put("words", new Words(m));
        return new ModelAndView("inspection/proceeding-new", model);
    }

    @PostMapping("/inspections/proceedings")
    ModelAndView open(Actor actor, Messages m, @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response, RedirectAttributes redirect) {
        Filled filled = new Filled(fields);
        Outcome outcome = changes.open(actor, new NewProceeding(filled.ids("finding"),
                filled.one(Proceeding.Reason.class, "reason"), filled.lines("facts"),
                filled.one(AccountabilityAction.class, "proposed")));
        return new Sent(filled, response, redirect).answer(outcome, "proceeding",
                Toast.of("inspection.proceeding.done"), id -> "/inspections/proceedings/" + id, problem -> {
                    UUID from = filled.id("from");
                    return form(actor, m, from == null ? new UUID(0, 0) : from, filled.all("finding"), problem);
                });
    }

    @GetMapping("/inspections/proceedings/{proceeding}")
    ModelAndView one(Actor actor, Messages m, @PathVariable UUID proceeding) {
        return page(actor, m, proceeding, Problem.NONE);
    }

    private ModelAndView page(Actor actor, Messages m, UUID id, Problem problem) {
        return new ModelAndView("inspection/proceeding",
                Map.of("shown", proceedings.show(actor, id), "problem", problem, "words", new Words(m)));
    }

    /** The answer to what was said in a proceeding. */
    private ModelAndView after(Outcome outcome, Actor actor, Messages m, UUID proceeding, Sent sent) {
        return sent.noted(outcome, sent.filled().text("what"), "/inspections/proceedings/" + proceeding,
                problem -> page(actor, m, proceeding, problem));
    }

    private static Said said(Filled filled) {
        return new Said(filled.one(Proceeding.What.class, "what"), filled.one(AccountabilityAction.class, "measure"),
                filled.lines("words"));
    }

    @PostMapping("/inspections/proceedings/{proceeding}/answers")
    ModelAndView answer(Actor actor, Messages m, @PathVariable UUID proceeding,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(name = "files", required = false) @Nullable List<MultipartFile> files,
            HttpServletResponse response, RedirectAttributes redirect) {
        Filled filled = new Filled(fields);
        return after(changes.answer(actor, proceeding, said(filled), Upload.allOf(files)), actor, m, proceeding,
                new Sent(filled, response, redirect));
    }

    @PostMapping("/inspections/proceedings/{proceeding}/withdrawal")
    ModelAndView withdraw(Actor actor, Messages m, @PathVariable UUID proceeding,
            @RequestParam MultiValueMap<String, String> fields, HttpServletResponse response,
            RedirectAttributes redirect) {
        Filled filled = new Filled(fields);
        return after(changes.withdraw(actor, proceeding, filled.lines("words")), actor, m, proceeding,
                new Sent(filled, response, redirect));
    }

    @PostMapping("/inspections/proceedings/{proceeding}/decisions")
    ModelAndView decide(Actor actor, Messages m, @PathVariable UUID proceeding,
            @RequestParam MultiValueMap<String, String> fields, HttpServletResponse response,
            RedirectAttributes redirect) {
        Filled filled = new Filled(fields);
        return after(changes.decide(actor, proceeding, said(filled)), actor, m, proceeding,
                new Sent(filled, response, redirect));
    }

    @GetMapping("/inspections/proceedings/{proceeding}/notice.{format:docx|pdf}")
    ResponseEntity<byte[]> notice(Actor actor, Messages m, @PathVariable UUID proceeding,
            @PathVariable String format) {
        return letters.notice(proceedings.show(actor, proceeding)).download(format, m);
    }

    /** What has not come yet has no letter. */
    @GetMapping("/inspections/proceedings/{proceeding}/decision.{format:docx|pdf}")
    ResponseEntity<byte[]> decision(Actor actor, Messages m, @PathVariable UUID proceeding,
            @PathVariable String format) {
        return letters.decision(proceedings.show(actor, proceeding))
                .orElseThrow(() -> new Absent("decision", proceeding)).download(format, m);
    }

    @GetMapping("/inspections/proceedings/{proceeding}/ruling.{format:docx|pdf}")
    ResponseEntity<byte[]> ruling(Actor actor, Messages m, @PathVariable UUID proceeding,
            @PathVariable String format) {
        return letters.ruling(proceedings.show(actor, proceeding))
                .orElseThrow(() -> new Absent("ruling", proceeding)).download(format, m);
    }
}
