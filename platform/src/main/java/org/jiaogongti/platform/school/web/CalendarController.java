package org.jiaogongti.platform.school.web;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.charter.calendar.PeriodKind;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.obligation.Foreseen;
import org.jiaogongti.platform.school.CalendarEdit;
import org.jiaogongti.platform.school.CalendarPreview;
import org.jiaogongti.platform.school.CalendarProblem;
import org.jiaogongti.platform.school.Calendars;
import org.jiaogongti.platform.school.SchoolCalendar;
import org.jiaogongti.platform.school.model.NextYear;
import org.jiaogongti.platform.shell.Absent;
import org.jiaogongti.platform.shell.BusinessClock;
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

/** 校历: terms week by week, closed days, rounds; changed by the bureau's administrator after a look at what it does. */
@Controller
class CalendarController {

    private static final Pattern YEAR = Pattern.compile("(\\d{4})-(\\d{4})");

    private final Calendars calendars;
    private final BusinessClock clock;

    CalendarController(Calendars calendars, BusinessClock clock) {
        this.calendars = calendars;
        this.clock = clock;
    }

    @GetMapping("/calendar")
    ModelAndView show(@RequestParam(defaultValue = "") String year, Messages m) {
        return new ModelAndView("school/calendar", Map.of("view", CalendarView.of(calendars.current(), year,
                calendars.usualMonths(), calendars.changes(), clock.today(), m)));
    }

    /** The next school year, filled with what is usual. */
    @GetMapping("/calendar/years/new")
    ModelAndView newYear(Messages m) {
        SchoolCalendar calendar = calendars.current();
        NextYear next = NextYear.after(calendar, clock.today());
        SchoolCalendar proposed = new SchoolCalendar(
                Stream.concat(next.terms().stream(), Stream.of(next.year())).toList(),
                List.of(), next.closedDays());
        return year(YearPlan.form(proposed, next.year(), calendar.mark()), null, HttpStatus.OK, next.grounds(), m);
    }

    @GetMapping("/calendar/years/{year}/edit")
    ModelAndView editYear(@PathVariable String year, Messages m) {
        SchoolCalendar calendar = calendars.current();
        Period found = found(calendar, year, PeriodKind.SCHOOL_YEAR);
        return year(YearPlan.form(calendar, found, calendar.mark()), null, HttpStatus.OK, null, m);
    }

    @PostMapping("/calendar/years/preview")
    ModelAndView previewYear(@RequestParam Map<String, String> parameters, Messages m) {
        CalendarForm form = yearForm(parameters);
        Optional<SchoolCalendar> wanted = YearPlan.wanted(calendars.current(), form);
        return year(form, wanted.map(calendars::preview).orElse(null),
                wanted.isEmpty() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK, null, m);
    }

    @PostMapping("/calendar/years")
    ModelAndView saveYear(Actor actor, @RequestParam Map<String, String> parameters, Messages m,
            RedirectAttributes redirect) {
        CalendarForm form = yearForm(parameters);
        Optional<SchoolCalendar> wanted = YearPlan.wanted(calendars.current(), form);
        return save(actor, form, wanted, "/calendar?year=" + form.value("year"), redirect,
                (preview, status) -> year(form, preview, status, null, m));
    }

    @GetMapping("/calendar/rounds/new")
    ModelAndView newRound(Messages m) {
        return round(RoundPlan.next(calendars.current(), clock.today()), null, HttpStatus.OK, m);
    }

    @GetMapping("/calendar/rounds/{round}/edit")
    ModelAndView editRound(@PathVariable String round, Messages m) {
        SchoolCalendar calendar = calendars.current();
        return round(RoundPlan.form(calendar, found(calendar, round, PeriodKind.ROUND)), null, HttpStatus.OK, m);
    }

    @PostMapping("/calendar/rounds/preview")
    ModelAndView previewRound(@RequestParam Map<String, String> parameters, Messages m) {
        CalendarForm form = roundForm(parameters);
        Optional<SchoolCalendar> wanted = RoundPlan.wanted(calendars.current(), form);
        return round(form, wanted.map(calendars::preview).orElse(null),
                wanted.isEmpty() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK, m);
    }

    @PostMapping("/calendar/rounds")
    ModelAndView saveRound(Actor actor, @RequestParam Map<String, String> parameters, Messages m,
            RedirectAttributes redirect) {
        CalendarForm form = roundForm(parameters);
        Optional<SchoolCalendar> wanted = RoundPlan.wanted(calendars.current(), form);
        return save(actor, form, wanted, "/calendar#rounds", redirect,
                (preview, status) -> round(form, preview, status, m));
    }

    @PostMapping("/calendar/changes/{id}/withdrawal")
    ModelAndView takeBack(Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect) {
        if (!calendars.knows(id)) {
            throw new Absent("change of the calendar", id);
        }
        switch (calendars.takeBack(actor, id, reason.strip())) {
            case CalendarEdit.Done _ -> Toast.of("school.calendar.back.done").after(redirect);
            case CalendarEdit.Refused no -> Toast.of(no.problems().getFirst().key()).after(redirect);
        }
        return new ModelAndView("redirect:/calendar#changes");
    }

    /** The form again, with what it would do. */
    private interface Again {
        ModelAndView with(@Nullable CalendarPreview preview, HttpStatus status);
    }

    /** Only what was looked at is kept: what was typed after the look is shown first. */
    private ModelAndView save(Actor actor, CalendarForm form, Optional<SchoolCalendar> wanted, String to,
            RedirectAttributes redirect, Again again) {
        if (wanted.isEmpty()) {
            return again.with(null, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        CalendarPreview preview = calendars.preview(wanted.get());
        if (!wanted.get().mark().equals(form.value("looked")) || !preview.possible()) {
            return again.with(preview, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return switch (calendars.change(actor, wanted.get(), form.value("seen"), form.value("reason"))) {
            case CalendarEdit.Done done -> {
                Toast toast = Toast.of("school.calendar.done");
                (preview.ended() ? toast : toast.undoneBy("/calendar/changes/" + done.id() + "/withdrawal"))
                        .after(redirect);
                yield new ModelAndView("redirect:" + to);
            }
            case CalendarEdit.Refused no -> again.with(refused(form, no, preview), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    /** A calendar that somebody else changed meanwhile is looked at anew with what was typed. */
    private CalendarPreview refused(CalendarForm form, CalendarEdit.Refused no, CalendarPreview preview) {
        List<String> keys = no.problems().stream().map(CalendarProblem::key).toList();
        if (keys.contains("school.calendar.refused.reason")) {
            form.but("reason", "school.calendar.refused.reason");
            return preview;
        }
        form.put("seen", calendars.current().mark());
        return new CalendarPreview(no.problems(), List.of(), Foreseen.nothing(), 0, false, "");
    }

    private static Period found(SchoolCalendar calendar, String name, PeriodKind kind) {
        return calendar.find(name).filter(period -> period.kind() == kind)
                .orElseThrow(() -> new Absent("period of the calendar", name));
    }

    /** A school year is named by its two years; another name was not made by the form. */
    private static CalendarForm yearForm(Map<String, String> parameters) {
        CalendarForm form = CalendarForm.of(parameters);
        Matcher year = YEAR.matcher(form.value("year"));
        if (!year.matches() || Integer.parseInt(year.group(2)) != Integer.parseInt(year.group(1)) + 1) {
            throw new Absent("school year", form.value("year"));
        }
        return form;
    }

    private CalendarForm roundForm(Map<String, String> parameters) {
        CalendarForm form = CalendarForm.of(parameters);
        if (form.has("round")) {
            found(calendars.current(), form.value("round"), PeriodKind.ROUND);
        }
        return form;
    }

    private ModelAndView year(CalendarForm form, @Nullable CalendarPreview preview, HttpStatus status,
            NextYear.@Nullable Grounds grounds, Messages m) {
        boolean fresh = calendars.current().find(form.value("year")).isEmpty();
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("rows", YearPlan.rows(form));
        model.put("fresh", fresh);
        model.put("grounds", grounds);
        return page("school/calendar-year", form, preview, status, model, m);
    }

    private static ModelAndView round(CalendarForm form, @Nullable CalendarPreview preview, HttpStatus status,
            Messages m) {
        return page("school/calendar-round", form, preview, status, new HashMap<>(), m);
    }

    private static ModelAndView page(String template, CalendarForm form, @Nullable CalendarPreview preview,
            HttpStatus status, Map<String, @Nullable Object> model, Messages m) {
        model.put("form", form);
        model.put("preview", preview);
        model.put("lines", preview == null ? List.of() : CalendarView.lines(preview.lines(), m));
        model.put("problems", preview == null
                ? List.of()
                : preview.problems().stream().map(problem -> m.t(problem.key(), problem.named().stream()
                        .map(named -> named instanceof LocalDate day ? day.toString() : named).toArray())).toList());
        ModelAndView page = new ModelAndView(template, model);
        page.setStatus(status);
        return page;
    }
}
