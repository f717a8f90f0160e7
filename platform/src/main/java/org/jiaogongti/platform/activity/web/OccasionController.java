package org.jiaogongti.platform.activity.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.activity.Activities;
import org.jiaogongti.platform.activity.ActivityRecords;
import org.jiaogongti.platform.activity.Answers;
import org.jiaogongti.platform.activity.Aside;
import org.jiaogongti.platform.activity.LifeRecords;
import org.jiaogongti.platform.activity.OccasionSheet;
import org.jiaogongti.platform.activity.Outcome;
import org.jiaogongti.platform.activity.Step.What;
import org.jiaogongti.platform.bin.Deletions;
import org.jiaogongti.platform.shell.Messages;
import org.jiaogongti.platform.shell.Page;
import org.jiaogongti.platform.shell.Toast;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One occasion: what it is, what it counts for, what was answered, what can be done with it. */
@Controller
@RequestMapping("/activities/{id}")
class OccasionController {

    private final Activities activities;
    private final Answers answers;
    private final ActivityRecords records;
    private final LifeRecords lives;
    private final List<Aside.Source> asides;
    private final Deletions deletions;

    OccasionController(Activities activities, Answers answers, ActivityRecords records, LifeRecords lives,
            List<Aside.Source> asides, Deletions deletions) {
        this.deletions = deletions;
        this.lives = lives;
        this.asides = List.copyOf(asides);
        this.activities = activities;
        this.answers = answers;
        this.records = records;
    }

    @GetMapping
    ModelAndView show(Actor actor, Messages m, @PathVariable UUID id) {
        return page(actor, m, id, "", HttpStatus.OK).addObject(Page.KEPT, true);
    }

    private ModelAndView page(Actor actor, Messages m, UUID id, String problem, HttpStatus status) {
        OccasionSheet sheet = records.sheet(actor, id).orElseThrow(RecordController::absent);
        ModelAndView page = new ModelAndView("activity/occasion",
                Map.of("sheet", sheet, "say", new Say(m, sheet.ground()), "problem", problem,
                        "life", lives.of(actor, sheet), "asides",
                        asides.stream()
                                .flatMap(source -> source.ofOccasion(actor, sheet.occasion(), m).stream()).toList()));
        page.setStatus(status);
        deletions.of("occasion", id).ifPresent(deleted -> page.addObject("deleted", deleted));
        return page;
    }

    @PostMapping("/held")
    ModelAndView held(Actor actor, Messages m, @PathVariable UUID id, @RequestParam int version,
            RedirectAttributes redirect) {
        return after(actor, m, id, activities.held(actor, id, version), "activity.toast.held", redirect);
    }

    @PostMapping("/cancellation")
    ModelAndView cancel(Actor actor, Messages m, @PathVariable UUID id, @RequestParam int version,
            @RequestParam(defaultValue = "") String reason, RedirectAttributes redirect) {
        return after(actor, m, id, activities.cancel(actor, id, version, reason), "activity.toast.cancelled", redirect);
    }

    @PostMapping("/withdrawal")
    ModelAndView withdraw(Actor actor, Messages m, @PathVariable UUID id, @RequestParam int version,
            @RequestParam(defaultValue = "") String reason, RedirectAttributes redirect) {
        Outcome outcome = activities.withdraw(actor, id, version, reason);
        if (outcome instanceof Outcome.Done) {
            Toast toast = Toast.of("activity.toast.withdrawn");
            deletions.of("occasion", id).map(deleted -> toast.undoneBy("/bin/" + deleted.id() + "/restoration"))
                    .orElse(toast).after(redirect);
            return new ModelAndView("redirect:/activities/" + id);
        }
        return after(actor, m, id, outcome, "activity.toast.withdrawn", redirect);
    }

    @PostMapping("/answers")
    ModelAndView answer(Actor actor, Messages m, @PathVariable UUID id, @RequestParam UUID school,
            @RequestParam int version, @RequestParam String answer, @RequestParam(defaultValue = "") String word,
            @RequestParam(defaultValue = "") String back, RedirectAttributes redirect) {
        What what = answer.equals("came") ? What.CAME : What.NOT_SO;
        Outcome outcome = answers.answer(actor, id, school, version, what, word);
        ModelAndView page = after(actor, m, id, outcome,
                what == What.CAME ? "activity.toast.came" : "activity.toast.notSo", redirect);
        boolean done = outcome instanceof Outcome.Done || outcome instanceof Outcome.Already;
        return done && back.equals("home") ? new ModelAndView("redirect:/schools/" + school + "#confirm") : page;
    }

    @PostMapping("/decisions")
    ModelAndView decide(Actor actor, Messages m, @PathVariable UUID id, @RequestParam int version,
            @RequestParam String outcome, @RequestParam(defaultValue = "") String reason, RedirectAttributes redirect) {
        return after(actor, m, id, answers.decide(actor, id, version, outcome.equals("stands"), reason),
                "activity.toast.decided", redirect);
    }

    @PostMapping("/reopening")
    ModelAndView reopen(Actor actor, Messages m, @PathVariable UUID id, @RequestParam int version,
            @RequestParam(defaultValue = "") String reason, RedirectAttributes redirect) {
        return after(actor, m, id, answers.reopen(actor, id, version, reason), "activity.toast.reopened", redirect);
    }

    @PostMapping("/join")
    ModelAndView join(Actor actor, Messages m, @PathVariable UUID id, @RequestParam UUID other,
            RedirectAttributes redirect) {
        return after(actor, m, id, activities.join(actor, id, other), "activity.toast.joined", redirect);
    }

    @PostMapping("/separation")
    ModelAndView part(Actor actor, Messages m, @PathVariable UUID id, RedirectAttributes redirect) {
        return after(actor, m, id, activities.part(actor, id), "activity.toast.parted", redirect);
    }

    /** Back to the occasion, or the page again with what is wrong. */
    private ModelAndView after(Actor actor, Messages m, UUID id, Outcome outcome, String toast,
            RedirectAttributes redirect) {
        return switch (outcome) {
            case Outcome.Done _ -> {
                Toast.of(toast).after(redirect);
                yield new ModelAndView("redirect:/activities/" + id);
            }
            case Outcome.Already _ -> new ModelAndView("redirect:/activities/" + id);
            case Outcome.Bad bad -> page(actor, m, id, new Say(m, records.ground()).errors(bad.errors()),
                    HttpStatus.UNPROCESSABLE_CONTENT);
            case Outcome.No no ->
                page(actor, m, id, m.t(no.key(), no.numbers().stream().map(String::valueOf).toArray()),
                        HttpStatus.CONFLICT);
            case Outcome.Stale _ -> page(actor, m, id, m.t("activity.refused.stale"), HttpStatus.CONFLICT);
            case Outcome.Absent _,Outcome.PerhapsSame _ -> throw RecordController.absent();
        };
    }
}
