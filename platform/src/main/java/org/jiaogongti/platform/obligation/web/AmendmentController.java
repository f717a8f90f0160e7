package org.jiaogongti.platform.obligation.web;

import java.util.Map;
import java.util.UUID;
import org.jiaogongti.charter.reading.CharterText;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.obligation.Amended;
import org.jiaogongti.platform.obligation.Amendment;
import org.jiaogongti.platform.obligation.Amendments;
import org.jiaogongti.platform.shell.Messages;
import org.jiaogongti.platform.shell.SentText;
import org.jiaogongti.platform.shell.Toast;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 正式修改: a reading, a number or the whole file from a day on, looked at before, confirmed by a second person. */
@Controller
class AmendmentController {

    private final Amendments amendments;
    private final AmendmentPages pages;

    AmendmentController(Amendments amendments, AmendmentPages pages) {
        this.amendments = amendments;
        this.pages = pages;
    }

    @GetMapping("/charter/changes")
    ModelAndView all(Actor actor, Messages m) {
        return new ModelAndView("obligation/changes", Map.of("view", pages.all(actor, new Words(m))));
    }

    @GetMapping("/charter/changes/new")
    ModelAndView form(@RequestParam Map<String, String> parameters, Messages m) {
        return new ModelAndView("obligation/change-new",
                Map.of("form", pages.form(AmendmentTyped.of(parameters), new Words(m))));
    }

    @PostMapping("/charter/changes")
    ModelAndView propose(@RequestParam Map<String, String> parameters, Actor actor, Messages m,
            RedirectAttributes redirect) {
        AmendmentTyped typed = AmendmentTyped.of(parameters);
        if (!typed.problems().isEmpty()) {
            return form(parameters, m);
        }
        return switch (amendments.propose(actor, typed.order())) {
            case Amended.Kept kept -> {
                Toast.of("obligation.change.waits").after(redirect);
                yield new ModelAndView("redirect:/charter/changes/" + kept.id());
            }
            case Amended.Refused _ -> form(parameters, m);
            case Amended.Possible possible ->
                throw new IllegalStateException("proposed, but only " + possible.duties());
        };
    }

    @GetMapping("/charter/changes/file")
    ModelAndView fileForm() {
        return filePage(AmendmentTyped.of(Map.of()), Map.of(), "");
    }

    @PostMapping("/charter/changes/file")
    ModelAndView proposeFile(@RequestParam Map<String, String> parameters,
            @RequestParam(name = "charter", required = false) @Nullable MultipartFile charter,
            @RequestParam(name = "notice", required = false) @Nullable MultipartFile notice, Actor actor, Messages m,
            RedirectAttributes redirect) {
        AmendmentTyped typed = AmendmentTyped.of(parameters);
        SentText file = SentText.of(charter);
        SentText quoted = SentText.of(notice);
        Map<String, String> problems = typed.problemsOfFile(file, quoted);
        if (!problems.isEmpty() || !(file instanceof SentText.Given given)) {
            return filePage(typed, problems, "");
        }
        CharterText text = new CharterText(given.text(),
                quoted instanceof SentText.Given other ? other.text() : amendments.file().notice());
        return switch (amendments.propose(actor, text, typed.from().orElseThrow(), typed.value("document"),
                typed.value("decider"))) {
            case Amended.Kept kept -> {
                Toast.of("obligation.change.waits").after(redirect);
                yield new ModelAndView("redirect:/charter/changes/" + kept.id());
            }
            case Amended.Refused no -> filePage(typed, Map.of(), m.t(no.key(), no.values().toArray()));
            case Amended.Possible possible ->
                throw new IllegalStateException("proposed, but only " + possible.duties());
        };
    }

    private ModelAndView filePage(AmendmentTyped typed, Map<String, String> problems, String refused) {
        ModelAndView page = new ModelAndView("obligation/change-file",
                Map.of("form", pages.fileForm(typed, problems, refused)));
        if (!problems.isEmpty() || !refused.isEmpty()) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return page;
    }

    @GetMapping("/charter/changes/{id}")
    ModelAndView one(@PathVariable UUID id, Actor actor, Messages m) {
        return new ModelAndView("obligation/change", Map.of("view", pages.one(found(id), actor, new Words(m))));
    }

    @PostMapping("/charter/changes/{id}/confirmation")
    ModelAndView confirm(@PathVariable UUID id, Actor actor, RedirectAttributes redirect) {
        found(id);
        return after(amendments.confirm(actor, id), "obligation.change.confirmed", id, redirect);
    }

    @PostMapping("/charter/changes/{id}/withdrawal")
    ModelAndView end(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason, Actor actor,
            RedirectAttributes redirect) {
        found(id);
        return after(amendments.end(actor, id, reason.strip()), "obligation.change.ended", id, redirect);
    }

    private static ModelAndView after(Amended outcome, String done, UUID id, RedirectAttributes redirect) {
        if (outcome instanceof Amended.Refused no) {
            Toast.of(no.key(), no.values().toArray()).after(redirect);
        } else {
            Toast.of(done).after(redirect);
        }
        return new ModelAndView("redirect:/charter/changes/" + id);
    }

    private Amendment found(UUID id) {
        return amendments.find(id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no change " + id));
    }
}
