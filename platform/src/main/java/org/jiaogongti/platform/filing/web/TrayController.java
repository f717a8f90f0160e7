package org.jiaogongti.platform.filing.web;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.filing.FilingOutcome;
import org.jiaogongti.platform.filing.FilingSheet;
import org.jiaogongti.platform.filing.FilingStep.What;
import org.jiaogongti.platform.filing.FilingTray;
import org.jiaogongti.platform.filing.FilingTray.Tray;
import org.jiaogongti.platform.filing.Filings;
import org.jiaogongti.platform.filing.PlanVersion;
import org.jiaogongti.platform.filing.TrayFilter;
import org.jiaogongti.platform.filing.TrayFilter.Box;
import org.jiaogongti.platform.filing.TrayFilter.Kind;
import org.jiaogongti.platform.filing.web.TrayView.Problem;
import org.jiaogongti.platform.filing.web.TrayView.View;
import org.jiaogongti.platform.reminder.Due;
import org.jiaogongti.platform.reminder.Nudges;
import org.jiaogongti.platform.shell.Absent;
import org.jiaogongti.platform.shell.Messages;
import org.jiaogongti.platform.shell.Toast;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 审核: what waits for somebody, what was handed in, and what they say to it. */
@Controller
class TrayController {

    private static final int ROWS = 30;

    private final Filings filings;
    private final FilingTray trays;
    private final Nudges nudges;

    TrayController(Filings filings, FilingTray trays, Nudges nudges) {
        this.nudges = nudges;
        this.filings = filings;
        this.trays = trays;
    }

    /** How a page is asked for. */
    private record Asked(String box, String kind, String view, @Nullable UUID after) {

        static final Asked NOTHING = new Asked("", "", "", null);
    }

    @GetMapping("/filings")
    ModelAndView tray(Actor actor, Messages m, @RequestParam(defaultValue = "") String box,
            @RequestParam(defaultValue = "") String kind, @RequestParam(required = false) @Nullable UUID after) {
        return tray(actor, m, new Asked(box, kind, "", after), Problem.NONE, HttpStatus.OK);
    }

    private ModelAndView tray(Actor actor, Messages m, Asked asked, Problem problem, HttpStatus status) {
        Tray tray = trays.tray(actor, filter(asked, Box.MINE), asked.after(), ROWS);
        Optional<FilingSheet> first = tray.rows().stream().findFirst().flatMap(row -> trays.sheet(actor, row.id()));
        Shown shown = new Shown(tray, first.orElse(null), false, null);
        return page(m, asked, shown, problem, "", status);
    }

    @GetMapping("/filings/{id}")
    ModelAndView one(Actor actor, Messages m, @PathVariable UUID id, @RequestParam(defaultValue = "") String box,
            @RequestParam(defaultValue = "") String kind, @RequestParam(defaultValue = "") String view,
            @RequestParam(required = false) @Nullable UUID after) {
        return one(actor, m, id, new Asked(box, kind, view, after), Problem.NONE, "", HttpStatus.OK, null);
    }

    private ModelAndView one(Actor actor, Messages m, UUID id, Asked asked, Problem problem, String typed,
            HttpStatus status, @Nullable PlanVersion seen) {
        FilingSheet sheet = trays.sheet(actor, id).orElseThrow(() -> new Absent("filing", id));
        Tray tray = trays.tray(actor, filter(asked, trays.boxOf(sheet)), asked.after(), ROWS);
        return page(m, asked, new Shown(tray, sheet, true, seen), problem, typed, status);
    }

    /** @param seen the version that somebody looked at, where it was not the latest */
    private record Shown(Tray tray, @Nullable FilingSheet sheet, boolean chosen, @Nullable PlanVersion seen) {}

    private ModelAndView page(Messages m, Asked asked, Shown shown, Problem problem, String typed, HttpStatus status) {
        FilingSheet sheet = shown.sheet();
        List<PlanVersion> versions = sheet == null ? List.of() : sheet.versions();
        PlanVersion before = shown.seen() != null
                ? shown.seen()
                : versions.size() > 1 ? versions.get(versions.size() - 2) : null;
        Map<String, Object> model = new HashMap<>();
        model.put("view", new TrayView(shown.tray(), sheet, shown.chosen(), View.of(asked.view()),
                sheet == null ? null : TextView.of(sheet.latest(), before),
                sheet == null ? Optional.empty() : trays.quote(sheet.filing().gate()),
                sheet == null
                        ? Nudges.State.NEVER
                        : nudges.state(new Due.Matter("filing", sheet.filing().id().toString())),
                new Say(m, trays.places()), problem, typed, asked.after()));
        ModelAndView page = new ModelAndView("filing/tray", model);
        page.setStatus(status);
        return page;
    }

    private static TrayFilter filter(Asked asked, Box otherwise) {
        Box box = List.of(Box.values()).stream()
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(asked.box())).findFirst()
                .orElse(otherwise);
        Kind kind = List.of(Kind.values()).stream()
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(asked.kind())).findFirst()
                .orElse(Kind.ALL);
        return new TrayFilter(box, kind);
    }

    @PostMapping("/filings/{id}/decisions")
    ModelAndView decide(Actor actor, Messages m, @PathVariable UUID id, @RequestParam int version,
            @RequestParam String outcome, @RequestParam(defaultValue = "") String words, RedirectAttributes redirect) {
        What what = switch (outcome) {
            case "approve" -> words.isBlank() ? What.APPROVED : What.ADVISED;
            case "advise" -> What.ADVISED;
            default -> What.RETURNED;
        };
        return after(actor, m, id, new Word(filings.decide(actor, id, version, what, words), words,
                what == What.RETURNED ? "filing.toast.returned" : "filing.toast.approved"), redirect);
    }

    @PostMapping("/filings/{id}/acceptance")
    ModelAndView accept(Actor actor, Messages m, @PathVariable UUID id, RedirectAttributes redirect) {
        return after(actor, m, id, new Word(filings.accept(actor, id), "", "filing.toast.accepted"), redirect);
    }

    @PostMapping("/filings/{id}/question")
    ModelAndView ask(Actor actor, Messages m, @PathVariable UUID id, @RequestParam(defaultValue = "") String words,
            RedirectAttributes redirect) {
        return after(actor, m, id, new Word(filings.ask(actor, id, words), words, "filing.toast.asked"), redirect);
    }

    @PostMapping("/filings/{id}/answer")
    ModelAndView answer(Actor actor, Messages m, @PathVariable UUID id, @RequestParam(defaultValue = "") String words,
            RedirectAttributes redirect) {
        return after(actor, m, id, new Word(filings.answer(actor, id, words), words, "filing.toast.answered"),
                redirect);
    }

    @PostMapping("/filings/{id}/withdrawal")
    ModelAndView takeBack(Actor actor, Messages m, @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason, RedirectAttributes redirect) {
        return after(actor, m, id, new Word(filings.takeBack(actor, id, reason), "", "filing.toast.takenBack"),
                redirect);
    }

    /** 一起收下. */
    @PostMapping("/filings/acceptances")
    ModelAndView acceptAll(Actor actor, Messages m,
            @RequestParam(name = "id", required = false) @Nullable List<UUID> id,
            RedirectAttributes redirect) {
        Filings.Accepted accepted = filings.acceptAll(actor, id == null ? List.of() : id);
        if (accepted.done() == 0) {
            String key = accepted.left() == 0 ? "filing.batch.none" : "filing.batch.gone";
            return tray(actor, m, Asked.NOTHING, new Problem(m.t(key)), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        Toast.of(accepted.left() == 0 ? "filing.toast.all" : "filing.toast.some", accepted.done(), accepted.left())
                .after(redirect);
        return new ModelAndView("redirect:/filings");
    }

    /** What came of something somebody said. */
    private record Word(FilingOutcome outcome, String typed, String toast) {}

    /** Back to what waits next, or the page again with what is wrong. */
    private ModelAndView after(Actor actor, Messages m, UUID id, Word word, RedirectAttributes redirect) {
        return switch (word.outcome()) {
            case FilingOutcome.Done done -> {
                Toast.of(word.toast(), done.effects().size()).after(redirect);
                yield new ModelAndView("redirect:/filings/" + id);
            }
            case FilingOutcome.Already _ -> new ModelAndView("redirect:/filings/" + id);
            case FilingOutcome.Bad bad -> one(actor, m, id, Asked.NOTHING,
                    new Problem(m.t(bad.key(), bad.numbers().toArray())), word.typed(),
                    HttpStatus.UNPROCESSABLE_CONTENT, null);
            case FilingOutcome.No no -> one(actor, m, id, Asked.NOTHING,
                    new Problem(m.t(no.key(), no.numbers().toArray())), word.typed(), HttpStatus.CONFLICT, null);
            case FilingOutcome.Settled settled -> one(actor, m, id, Asked.NOTHING,
                    new Problem(m.t("filing.refused.settled", settled.by().actorName(),
                            m.t("filing.done." + settled.by().what().name()))),
                    word.typed(), HttpStatus.CONFLICT, null);
            case FilingOutcome.Stale stale -> one(actor, m, id, Asked.NOTHING,
                    new Problem(m.t("filing.refused.stale", stale.seen().number(), stale.latest().number(),
                            stale.latest().authorName())),
                    word.typed(), HttpStatus.CONFLICT, stale.seen());
            case FilingOutcome.Absent _ -> throw new Absent("filing", id);
        };
    }
}
