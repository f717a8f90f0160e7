package org.jiaogongti.platform.activity.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.activity.AnnouncementEntry;
import org.jiaogongti.platform.activity.Announcements;
import org.jiaogongti.platform.activity.FieldError;
import org.jiaogongti.platform.activity.LifeRecords;
import org.jiaogongti.platform.activity.LifeRecords.Form;
import org.jiaogongti.platform.activity.Minute;
import org.jiaogongti.platform.activity.Minutes;
import org.jiaogongti.platform.activity.Moving;
import org.jiaogongti.platform.activity.Moving.MovingEntry;
import org.jiaogongti.platform.activity.OccasionLife.Can;
import org.jiaogongti.platform.activity.Outcome;
import org.jiaogongti.platform.shell.Messages;
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

/** 公布、改期、纪要: the forms of what becomes of an occasion. */
@Controller
@RequestMapping("/activities/{id}")
class LifeController {

    private final Announcements announcements;
    private final Moving moving;
    private final Minutes minutes;
    private final LifeRecords records;

    LifeController(Announcements announcements, Moving moving, Minutes minutes, LifeRecords records) {
        this.announcements = announcements;
        this.moving = moving;
        this.minutes = minutes;
        this.records = records;
    }

    private Form form(Actor actor, UUID id) {
        return records.form(actor, id).orElseThrow(RecordController::absent);
    }

    /** A form that somebody may fill in; whoever may not is sent back to the occasion. */
    private ModelAndView page(Messages m, String name, Form form, Map<String, String> typed, Can... needed) {
        boolean may = List.of(needed).stream().anyMatch(form.can()::contains);
        return may
                ? new ModelAndView("activity/" + name, Map.of("view",
                        LifeFormView.of(form, typed, List.of(), "", new Say(m, form.ground()))))
                : new ModelAndView("redirect:/activities/" + form.occasion().id());
    }

    @GetMapping("/announcement")
    ModelAndView announcing(Actor actor, Messages m, @PathVariable UUID id) {
        Form form = form(actor, id);
        return page(m, "announce", form, typed(form.usual()), Can.ANNOUNCE);
    }

    private static Map<String, String> typed(AnnouncementEntry entry) {
        return Map.of("entry", entry.entry(), "audience", entry.audience(), "places", entry.places(), "until",
                entry.until(), "words", entry.words());
    }

    @PostMapping("/announcement")
    ModelAndView announce(Actor actor, Messages m, @PathVariable UUID id, @RequestParam int version,
            @RequestParam(defaultValue = "") String entry, @RequestParam(defaultValue = "") String audience,
            @RequestParam(defaultValue = "") String places, @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String words, RedirectAttributes redirect) {
        AnnouncementEntry typed = new AnnouncementEntry(entry, audience, places, until, words);
        return after(actor, m, id, announcements.announce(actor, id, version, typed),
                new Sent("announce", typed(typed), "occasion.toast.announced"), redirect);
    }

    @PostMapping("/announcement/withdrawal")
    ModelAndView takeBack(Actor actor, Messages m, @PathVariable UUID id, @RequestParam int version,
            @RequestParam(defaultValue = "") String reason, RedirectAttributes redirect) {
        return after(actor, m, id, announcements.takeBack(actor, id, version, reason),
                new Sent("announce", typed(form(actor, id).usual()), "occasion.toast.takenBack"), redirect);
    }

    @GetMapping("/moving")
    ModelAndView moving(Actor actor, Messages m, @PathVariable UUID id) {
        Form form = form(actor, id);
        return page(m, "moving", form, typed(MovingEntry.of(form.occasion().said())), Can.MOVE);
    }

    private static Map<String, String> typed(MovingEntry entry) {
        return Map.of("date", entry.date(), "part", entry.part(), "host", entry.host(), "reason", entry.reason());
    }

    @PostMapping("/moving")
    ModelAndView move(Actor actor, Messages m, @PathVariable UUID id, @RequestParam int version,
            @RequestParam(defaultValue = "") String date, @RequestParam(defaultValue = "") String part,
            @RequestParam(defaultValue = "") String host, @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect) {
        MovingEntry typed = new MovingEntry(date, part, host, reason);
        return after(actor, m, id, moving.move(actor, id, version, typed),
                new Sent("moving", typed(typed), "occasion.toast.moved"), redirect);
    }

    @GetMapping("/minutes")
    ModelAndView minutes(Actor actor, Messages m, @PathVariable UUID id) {
        Form form = form(actor, id);
        Minute latest = form.minutes().isEmpty() ? null : form.minutes().getLast();
        return page(m, "minutes", form, Map.of("text", latest == null ? "" : latest.text()), Can.WRITE, Can.CORRECT);
    }

    @PostMapping("/minutes")
    ModelAndView write(Actor actor, Messages m, @PathVariable UUID id, @RequestParam(defaultValue = "0") int base,
            @RequestParam(defaultValue = "") String text, @RequestParam(defaultValue = "") String correction,
            RedirectAttributes redirect) {
        return after(actor, m, id, minutes.write(actor, id, base, text, correction),
                new Sent("minutes", Map.of("text", text, "correction", correction), "occasion.toast.minuted"),
                redirect);
    }

    @PostMapping("/minutes/closing")
    ModelAndView close(Actor actor, Messages m, @PathVariable UUID id, RedirectAttributes redirect) {
        return after(actor, m, id, minutes.close(actor, id), new Sent("minutes", Map.of(), "occasion.toast.closed"),
                redirect);
    }

    /** A form as it was sent, and what is said when it went through. */
    private record Sent(String name, Map<String, String> typed, String toast) {}

    /** Back to the occasion, or the form again with what is wrong. */
    private ModelAndView after(Actor actor, Messages m, UUID id, Outcome outcome, Sent sent,
            RedirectAttributes redirect) {
        return switch (outcome) {
            case Outcome.Done _ -> {
                Toast.of(sent.toast()).after(redirect);
                yield new ModelAndView("redirect:/activities/" + id);
            }
            case Outcome.Already _ -> new ModelAndView("redirect:/activities/" + id);
            case Outcome.Bad bad ->
                again(actor, m, id, sent, bad.errors(), "", HttpStatus.UNPROCESSABLE_CONTENT);
            case Outcome.No no -> again(actor, m, id, sent, List.of(), m.t(no.key()), HttpStatus.CONFLICT);
            case Outcome.Stale _ ->
                again(actor, m, id, sent, List.of(), m.t("activity.refused.stale"), HttpStatus.CONFLICT);
            case Outcome.Absent _,Outcome.PerhapsSame _ -> throw RecordController.absent();
        };
    }

    private ModelAndView again(Actor actor, Messages m, UUID id, Sent sent, List<FieldError> errors, String problem,
            HttpStatus status) {
        Form form = form(actor, id);
        ModelAndView page = new ModelAndView("activity/" + sent.name(), Map.of("view",
                LifeFormView.of(form, sent.typed(), errors, problem, new Say(m, form.ground()))));
        page.setStatus(status);
        return page;
    }
}
