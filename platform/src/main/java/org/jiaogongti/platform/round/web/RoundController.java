package org.jiaogongti.platform.round.web;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiaogongti.charter.goals.AnnualTarget;
import org.jiaogongti.charter.revising.Difference;
import org.jiaogongti.charter.revising.Revision;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.round.Answer;
import org.jiaogongti.platform.round.RoundPlans;
import org.jiaogongti.platform.round.RoundPlans.Sheet;
import org.jiaogongti.platform.round.RoundPlans.Standing;
import org.jiaogongti.platform.shell.Messages;
import org.jiaogongti.platform.shell.SentText;
import org.jiaogongti.platform.shell.Toast;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 下一轮章程: the draft, its trial on the round before, and its issue by a second person. */
@Controller
class RoundController {

    private static final String HERE = "/rounds/next";

    private final RoundPlans plans;
    private final RoundPages pages;

    RoundController(RoundPlans plans, RoundPages pages) {
        this.plans = plans;
        this.pages = pages;
    }

    @GetMapping(HERE)
    ModelAndView page(Actor actor, Messages m) {
        return shown(actor, m, Map.of(), Map.of(), List.of());
    }

    private ModelAndView shown(Actor actor, Messages m, Map<String, String> values, Map<String, String> problems,
            List<String> refused) {
        ModelAndView page = new ModelAndView("round/next",
                Map.of("view", pages.page(standing(actor), values, problems, refused, m)));
        if (!problems.isEmpty() || !refused.isEmpty()) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return page;
    }

    private Standing standing(Actor actor) {
        return plans.standing(actor)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no charter is adopted yet"));
    }

    private Sheet sheet(Actor actor) {
        return Optional.ofNullable(standing(actor).sheet())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "nothing is drafted"));
    }

    @GetMapping(HERE + "/instances")
    ModelAndView instances(@RequestParam String duty, @RequestParam(defaultValue = "") String community,
            @RequestParam(defaultValue = "0") int rows, Actor actor, Messages m) {
        return new ModelAndView("round/instances",
                Map.of("view", pages.shifts(standing(actor), sheet(actor), duty, community, Math.max(0, rows), m)));
    }

    @GetMapping(HERE + "/file")
    ResponseEntity<byte[]> file(@RequestParam(defaultValue = "0") int version, Actor actor) {
        Sheet sheet = sheet(actor);
        String text = version == 0
                ? sheet.draft().text()
                : plans.version(sheet.plan(), version)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no version " + version));
        return ResponseEntity.ok().contentType(new MediaType("application", "yaml", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(sheet.plan().round() + "-" + (version == 0 ? sheet.draft().number() : version)
                                        + ".yaml", StandardCharsets.UTF_8)
                                .build().toString())
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping(HERE)
    ModelAndView begin(Actor actor, RedirectAttributes redirect) {
        return after(plans.begin(actor), "round.begun", redirect);
    }

    @PostMapping(HERE + "/changes")
    ModelAndView change(@RequestParam Map<String, String> parameters, @RequestParam int seen, Actor actor,
            Messages m, RedirectAttributes redirect) {
        RoundTyped typed = RoundTyped.of(parameters, standing(actor).ground().inForce().charter());
        if (!typed.problems().isEmpty()) {
            return shown(actor, m, typed.values(), typed.problems(), List.of());
        }
        return revised(actor, m, typed.values(), plans.revise(actor, seen, draft -> with(draft, typed.revisions())),
                "round.changed", redirect);
    }

    private static Difference with(Difference draft, List<Revision> revisions) {
        Difference changed = draft;
        for (Revision revision : revisions) {
            boolean drops = ends(revision);
            for (Revision known : draft.revisions()) {
                // A duty or goal is dropped or changed, never both.
                if (known.subject().equals(revision.subject()) && drops != ends(known)
                        && !(known instanceof Revision.ReadAs)) {
                    changed = changed.without(known.subject(), known.rank());
                }
            }
            changed = changed.with(joined(changed, revision));
        }
        return changed;
    }

    /** What a goal's change before this one says of other years and numbers stays. */
    private static Revision joined(Difference draft, Revision revision) {
        if (!(revision instanceof Revision.Aimed aimed)) {
            return revision;
        }
        for (Revision known : draft.revisions()) {
            if (known instanceof Revision.Aimed before && before.subject().equals(aimed.subject())
                    && before.grounds().equals(aimed.grounds())) {
                List<AnnualTarget> years = new ArrayList<>(aimed.years());
                before.years().stream().filter(
                        each -> aimed.years().stream().noneMatch(other -> other.year().equals(each.year())))
                        .forEach(years::add);
                years.sort(Comparator.comparing(AnnualTarget::year));
                return new Revision.Aimed(aimed.subject(),
                        aimed.baseline() == null ? before.baseline() : aimed.baseline(),
                        aimed.expected() == null ? before.expected() : aimed.expected(), years, aimed.grounds());
            }
        }
        return revision;
    }

    private static boolean ends(Revision revision) {
        return revision instanceof Revision.Dropped || revision instanceof Revision.Ended;
    }

    @PostMapping(HERE + "/changes/removal")
    ModelAndView remove(@RequestParam String subject, @RequestParam int rank, @RequestParam int seen, Actor actor,
            Messages m, RedirectAttributes redirect) {
        return revised(actor, m, Map.of(), plans.revise(actor, seen, draft -> draft.without(subject, rank)),
                "round.changed", redirect);
    }

    @PostMapping(HERE + "/day")
    ModelAndView day(@RequestParam(defaultValue = "") String day, @RequestParam int seen, Actor actor, Messages m,
            RedirectAttributes redirect) {
        Optional<LocalDate> from = RoundTyped.day(day);
        return from.isEmpty()
                ? shown(actor, m, Map.of(), Map.of("day", "round.wrong.day"), List.of())
                : revised(actor, m, Map.of(), plans.revise(actor, seen, draft -> draft.from(from.get())),
                        "round.changed", redirect);
    }

    @PostMapping(HERE + "/file")
    ModelAndView upload(@RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            @RequestParam int seen, Actor actor, Messages m, RedirectAttributes redirect) {
        return switch (SentText.of(file)) {
            case SentText.Given given -> revised(actor, m, Map.of(), plans.replace(actor, seen, given.text()),
                    "round.changed", redirect);
            case SentText.None _ -> shown(actor, m, Map.of(), Map.of("file", "obligation.change.file.none"), List.of());
            case SentText.Unreadable _ ->
                shown(actor, m, Map.of(), Map.of("file", "obligation.change.file.unreadable"), List.of());
        };
    }

    @PostMapping(HERE + "/trial")
    ModelAndView tryOut(Actor actor, RedirectAttributes redirect) {
        return after(plans.tryOut(actor), "round.trying", redirect);
    }

    @PostMapping(HERE + "/issue")
    ModelAndView issue(@RequestParam int seen, @RequestParam(defaultValue = "") String trial, Actor actor, Messages m,
            RedirectAttributes redirect) {
        return revised(actor, m, Map.of(), plans.issue(actor, seen, trial), "round.issued", redirect);
    }

    /** A refusal stands on the page, which shows the draft and its trial anew. */
    private ModelAndView revised(Actor actor, Messages m, Map<String, String> values, Answer answer, String done,
            RedirectAttributes redirect) {
        return answer instanceof Answer.Refused no
                ? shown(actor, m, values, Map.of(), m.t(no.key(), no.values().toArray()).lines().toList())
                : after(answer, done, redirect);
    }

    private static ModelAndView after(Answer answer, String done, RedirectAttributes redirect) {
        switch (answer) {
            case Answer.Done _ -> Toast.of(done).after(redirect);
            case Answer.Refused no -> Toast.of(no.key(), no.values().toArray()).after(redirect);
        }
        return new ModelAndView("redirect:" + HERE);
    }
}
