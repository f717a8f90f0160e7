package org.jiaogongti.platform.staff.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.school.Change;
import org.jiaogongti.platform.shell.Filled;
import org.jiaogongti.platform.shell.Messages;
import org.jiaogongti.platform.shell.TableFile;
import org.jiaogongti.platform.shell.Toast;
import org.jiaogongti.platform.staff.Days;
import org.jiaogongti.platform.staff.Mentoring;
import org.jiaogongti.platform.staff.MentoringChanges;
import org.jiaogongti.platform.staff.MentoringChanges.Formed;
import org.jiaogongti.platform.staff.MentoringChanges.NewMeeting;
import org.jiaogongti.platform.staff.MentoringChanges.NewPair;
import org.jiaogongti.platform.staff.MentoringChanges.Paper;
import org.jiaogongti.platform.staff.MentoringFilter;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 青蓝结对: mentoring pairs and their meetings. */
@Controller
class MentoringController {

    private static final int PAGE = 50;
    /** An export gives all rows of the filter, up to this many. */
    private static final int EXPORT = 20_000;

    private final Mentoring mentoring;
    private final MentoringChanges changes;

    MentoringController(Mentoring mentoring, MentoringChanges changes) {
        this.mentoring = mentoring;
        this.changes = changes;
    }

    @GetMapping("/mentoring")
    ModelAndView list(Actor actor, Messages m, @RequestParam Map<String, String> query) {
        MentoringFilter filter = filter(query);
        UUID after = new Filled(query).id("after");
        return new ModelAndView("staff/mentoring", Map.of("view",
                new MentoringView(mentoring.list(actor, filter, after, PAGE), filter, after != null, m)));
    }

    private MentoringFilter filter(Map<String, String> query) {
        Filled filled = new Filled(query);
        LocalDate on = filled.day("on");
        return new MentoringFilter(filled.id("school"), filled.one(Days.class, "days"),
                on == null ? mentoring.today() : on);
    }

    @GetMapping("/mentoring/export.{format:xlsx|csv}")
    ResponseEntity<byte[]> export(Actor actor, Messages m, @PathVariable String format,
            @RequestParam Map<String, String> query) {
        MentoringFilter filter = filter(query);
        MentoringView view = new MentoringView(mentoring.list(actor, filter, null, EXPORT), filter, false, m);
        List<List<String>> rows = view.rows().stream().map(row -> List.of(row.mentor(), row.mentorSchool(),
                row.mentee(), row.menteeSchool(), row.days(), row.met(), row.word())).toList();
        return new TableFile(m.t("staff.mentoring.title") + " " + view.on(),
                List.of(m.t("staff.mentoring.mentor"), m.t("staff.mentoring.mentor.school"),
                        m.t("staff.mentoring.mentee"), m.t("staff.mentoring.mentee.school"),
                        m.t("staff.placement.days"), m.t("staff.mentoring.meetings"), m.t("staff.mentoring.state")),
                rows).download(format);
    }

    @GetMapping("/mentoring/new")
    ModelAndView form(Actor actor, @RequestParam Map<String, String> query) {
        return form(actor, query, "");
    }

    private ModelAndView form(Actor actor, Map<String, String> typed, String problem) {
        Filled filled = new Filled(typed);
        LocalDate from = filled.day("from");
        return new ModelAndView("staff/pair-new", Map.of("offer", mentoring.offer(actor, filled.id("mentor-school"),
                filled.id("mentee-school"), from == null ? mentoring.today() : from), "problem", problem, "typed",
                typed));
    }

    @PostMapping("/mentoring")
    ModelAndView form(Actor actor, @RequestParam Map<String, String> fields, HttpServletResponse response,
            RedirectAttributes redirect) {
        Filled filled = new Filled(fields);
        Formed formed = changes.form(actor, new NewPair(filled.id("mentor"), filled.id("mentee"),
                filled.id("mentor-school"), filled.id("mentee-school"),
                new Paper(filled.text("agreement"), filled.day("agreed-on"), filled.text("weeks")),
                filled.day("from"), filled.day("to")));
        return switch (formed) {
            case Formed.Done done -> {
                Toast.of(done.placements() == 0 ? "staff.mentoring.done.formed" : "staff.mentoring.done.named")
                        .after(redirect);
                yield new ModelAndView("redirect:/mentoring/" + done.pair());
            }
            case Formed.Refused refused -> {
                response.setStatus(422);
                yield form(actor, fields, refused.key());
            }
        };
    }

    @GetMapping("/mentoring/{id}")
    ModelAndView one(Actor actor, Messages m, @PathVariable UUID id) {
        return page(new PairView(mentoring.show(actor, id), m, "", "", Map.of()));
    }

    private static ModelAndView page(PairView view) {
        return new ModelAndView("staff/pair", Map.of("view", view));
    }

    /** What a form of a pair's page needs to be answered. */
    private record Asked(Actor actor, Messages m, HttpServletResponse response, RedirectAttributes redirect) {}

    private ModelAndView after(Change change, Asked asked, UUID id, String form, Map<String, String> fields) {
        if (change instanceof Change.Refused refused) {
            asked.response().setStatus(422);
            return page(new PairView(mentoring.show(asked.actor(), id), asked.m(), refused.key(), form, fields));
        }
        Toast.of("staff.done.noted").after(asked.redirect());
        return new ModelAndView("redirect:/mentoring/" + id);
    }

    @PostMapping("/mentoring/{id}/meetings")
    ModelAndView meet(Actor actor, Messages m, @PathVariable UUID id, @RequestParam Map<String, String> fields,
            HttpServletResponse response, RedirectAttributes redirect) {
        Filled filled = new Filled(fields);
        return after(changes.meet(actor, id,
                new NewMeeting(filled.day("on"), filled.text("topic"), filled.whole("minutes"))),
                new Asked(actor, m, response, redirect), id, "meeting", fields);
    }

    @PostMapping("/mentoring/{id}/meetings/{meeting}/withdrawal")
    ModelAndView takeBackMeeting(Actor actor, Messages m, @PathVariable UUID id, @PathVariable UUID meeting,
            HttpServletResponse response, RedirectAttributes redirect) {
        return after(changes.takeBackMeeting(actor, id, meeting), new Asked(actor, m, response, redirect), id, "",
                Map.of());
    }

    @PostMapping("/mentoring/{id}/end")
    ModelAndView end(Actor actor, Messages m, @PathVariable UUID id, @RequestParam Map<String, String> fields,
            HttpServletResponse response, RedirectAttributes redirect) {
        Filled filled = new Filled(fields);
        return after(changes.end(actor, id, filled.day("last"), filled.text("reason")),
                new Asked(actor, m, response, redirect), id, "end", fields);
    }

    @PostMapping("/mentoring/{id}/resumption")
    ModelAndView resume(Actor actor, Messages m, @PathVariable UUID id, HttpServletResponse response,
            RedirectAttributes redirect) {
        return after(changes.resume(actor, id), new Asked(actor, m, response, redirect), id, "", Map.of());
    }

    @PostMapping("/mentoring/{id}/withdrawal")
    ModelAndView takeBack(Actor actor, Messages m, @PathVariable UUID id, HttpServletResponse response,
            RedirectAttributes redirect) {
        Change change = changes.takeBack(actor, id);
        if (change instanceof Change.Refused) {
            return after(change, new Asked(actor, m, response, redirect), id, "", Map.of());
        }
        Toast.of("staff.mentoring.done.taken-back").after(redirect);
        return new ModelAndView("redirect:/mentoring");
    }
}
