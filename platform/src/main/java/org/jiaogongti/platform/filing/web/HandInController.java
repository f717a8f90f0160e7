package org.jiaogongti.platform.filing.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.activity.ActivityKind.Gate;
import org.jiaogongti.platform.evidence.Upload;
import org.jiaogongti.platform.filing.FilingEntry;
import org.jiaogongti.platform.filing.FilingOutcome;
import org.jiaogongti.platform.filing.FilingTray;
import org.jiaogongti.platform.filing.FilingTray.FormGround;
import org.jiaogongti.platform.filing.Filings;
import org.jiaogongti.platform.filing.PlanText;
import org.jiaogongti.platform.filing.PlanVersion;
import org.jiaogongti.platform.shell.Absent;
import org.jiaogongti.platform.shell.Ids;
import org.jiaogongti.platform.shell.Messages;
import org.jiaogongti.platform.shell.Toast;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 报备 and 交方案: the form, filled from the occasion, and another version of it. */
@Controller
class HandInController {

    private final Filings filings;
    private final FilingTray trays;
    private final Ids ids;

    HandInController(Filings filings, FilingTray trays, Ids ids) {
        this.filings = filings;
        this.trays = trays;
        this.ids = ids;
    }

    @GetMapping("/activities/{id}/filing")
    ModelAndView form(Actor actor, Messages m, @PathVariable UUID id) {
        FormGround ground = trays.form(actor, id).orElseThrow(() -> new Absent("occasion", id));
        Say say = new Say(m, trays.places());
        List<PlanVersion> versions = ground.versions();
        PlanText text = versions.isEmpty()
                ? say.suggested(ground.occasion(), ground.gate() == Gate.CHECKED_AND_FILED)
                : versions.getLast().text();
        return page(new FormView(ground, ids.next(), versions.size(), text, "", "", null, say), HttpStatus.OK);
    }

    private static ModelAndView page(FormView view, HttpStatus status) {
        Map<String, Object> model = new HashMap<>();
        model.put("view", view);
        ModelAndView page = new ModelAndView("filing/form", model);
        page.setStatus(status);
        return page;
    }

    @PostMapping("/activities/{id}/filing")
    ModelAndView handIn(Actor actor, Messages m, @PathVariable UUID id, @RequestParam Map<String, String> sent,
            @RequestParam(name = "files", required = false) @Nullable List<MultipartFile> files,
            RedirectAttributes redirect) {
        FilingEntry entry = read(sent);
        FilingOutcome outcome = filings.submit(actor, id, entry, Upload.allOf(files));
        return switch (outcome) {
            case FilingOutcome.Done done -> {
                Toast.of(done.filing().plan() ? "filing.toast.submitted" : "filing.toast.filed").after(redirect);
                yield new ModelAndView("redirect:/filings/" + done.filing().id());
            }
            case FilingOutcome.Already already -> new ModelAndView("redirect:/filings/" + already.id());
            case FilingOutcome.Bad bad -> again(actor, m, id, entry,
                    new Wrong(bad.field(), m.t(bad.key(), bad.numbers().toArray()), null, entry.base()),
                    HttpStatus.UNPROCESSABLE_CONTENT);
            case FilingOutcome.No no -> again(actor, m, id, entry,
                    new Wrong("form", m.t(no.key(), no.numbers().toArray()), null, entry.base()), HttpStatus.CONFLICT);
            case FilingOutcome.Stale stale -> again(actor, m, id, entry,
                    new Wrong("form", m.t("filing.merge", stale.latest().authorName(), stale.latest().number()),
                            stale.latest(), stale.latest().number()),
                    HttpStatus.CONFLICT);
            case FilingOutcome.Settled settled -> again(actor, m, id, entry,
                    new Wrong("form", m.t("filing.refused.settled", settled.by().actorName(),
                            m.t("filing.done." + settled.by().what().name())), null, entry.base()),
                    HttpStatus.CONFLICT);
            case FilingOutcome.Absent _ -> throw new Absent("occasion", id);
        };
    }

    /** What is wrong, and the version on which the form goes on. */
    private record Wrong(String field, String words, @Nullable PlanVersion theirs, int base) {}

    private ModelAndView again(Actor actor, Messages m, UUID id, FilingEntry entry, Wrong wrong, HttpStatus status) {
        FormGround ground = trays.form(actor, id).orElseThrow(() -> new Absent("occasion", id));
        PlanVersion theirs = wrong.theirs();
        TextView both = theirs == null
                ? null
                : TextView.of(new PlanVersion(theirs.number() + 1, entry.text(), actor.accountId(), actor.name(),
                        theirs.on(), theirs.at()), theirs);
        return page(new FormView(ground, entry.token(), wrong.base(), entry.text(), wrong.field(), wrong.words(), both,
                new Say(m, trays.places())), status);
    }

    private FilingEntry read(Map<String, String> sent) {
        return new FilingEntry(token(sent.getOrDefault("token", "")), number(sent.getOrDefault("base", "0")),
                new PlanText(sent.getOrDefault("title", ""), sent.getOrDefault("timePlace", ""),
                        sent.getOrDefault("theme", ""), sent.getOrDefault("agenda", ""),
                        sent.getOrDefault("attendees", "")));
    }

    private UUID token(String typed) {
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException none) {
            return ids.next();
        }
    }

    private static int number(String typed) {
        return typed.matches("\\d{1,6}") ? Integer.parseInt(typed) : 0;
    }
}
