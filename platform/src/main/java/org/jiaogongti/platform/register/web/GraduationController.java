package org.jiaogongti.platform.register.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaogongti.platform.evidence.Upload;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.register.GraduationChanges;
import org.jiaogongti.platform.register.GraduationChanges.NewWeek;
import org.jiaogongti.platform.register.GraduationYears;
import org.jiaogongti.platform.register.GraduationYears.Shown;
import org.jiaogongti.platform.register.Requirement;
import org.jiaogongti.platform.register.RequirementsDue;
import org.jiaogongti.platform.register.RevisionSheet;
import org.jiaogongti.platform.reminder.Nudges;
import org.jiaogongti.platform.school.Change;
import org.jiaogongti.platform.shell.Absent;
import org.jiaogongti.platform.shell.Filled;
import org.jiaogongti.platform.shell.Messages;
import org.jiaogongti.platform.shell.Toast;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 毕业班: requirements, the revision calendar and its sheets, seminars, and how tests across schools stand. */
@Controller
class GraduationController {

    private static final String PATH = "/registers/graduation";

    private final GraduationYears years;
    private final GraduationChanges changes;
    private final Nudges nudges;

    GraduationController(GraduationYears years, GraduationChanges changes, Nudges nudges) {
        this.nudges = nudges;
        this.years = years;
        this.changes = changes;
    }

    @GetMapping(PATH)
    ModelAndView year(Actor actor, Messages m, @RequestParam Map<String, String> query) {
        return page(actor, m, query, "", "");
    }

    private ModelAndView page(Actor actor, Messages m, Map<String, String> fields, String problem, String form) {
        return new ModelAndView("register/graduation", Map.of("view", view(actor, m, fields, problem, form)));
    }

    private GraduationView view(Actor actor, Messages m, Map<String, String> fields, String problem, String form) {
        Filled filled = new Filled(fields);
        Shown shown = years.show(actor, filled.id("community"), filled.text("year")).orElse(null);
        return new GraduationView(shown, new Words(m), problem, form, fields, shown == null
                ? Map.of()
                : nudges.states(shown.requirements().stream().filter(each -> each.steps().isEmpty())
                        .map(each -> RequirementsDue.matter(each.id())).toList()));
    }

    @GetMapping(PATH + "/export.{format:xlsx|csv}")
    ResponseEntity<byte[]> export(Actor actor, Messages m, @PathVariable String format,
            @RequestParam Map<String, String> query) {
        GraduationView view = view(actor, m, query, "", "");
        if (view.year() == null) {
            throw new Absent("graduation-year", actor.accountId());
        }
        return view.file().download(format);
    }

    /**
     * What a form needs to be answered.
     *
     * @param fields with the community and year of the page it stands on
     */
    private record Asked(Actor actor, Messages m, Map<String, String> fields, HttpServletResponse response,
            RedirectAttributes redirect) {}

    private ModelAndView after(Change change, Asked asked, String form) {
        if (change instanceof Change.Refused refused) {
            asked.response().setStatus(422);
            return page(asked.actor(), asked.m(), asked.fields(), refused.key(), form);
        }
        Toast.of("register.done.noted").after(asked.redirect());
        Filled filled = new Filled(asked.fields());
        return new ModelAndView("redirect:" + Words.address(PATH,
                Map.of("community", Words.text(filled.id("community")), "year", filled.text("year"))));
    }

    @PostMapping(PATH + "/{community}/requirements")
    ModelAndView require(Actor actor, Messages m, @PathVariable UUID community,
            @RequestParam Map<String, String> fields,
            HttpServletResponse response, RedirectAttributes redirect) {
        Filled filled = new Filled(fields);
        return after(changes.require(actor, community, filled.id("school"), filled.text("words"), filled.day("due")),
                new Asked(actor, m, fields, response, redirect), "requirement");
    }

    @PostMapping(PATH + "/requirements/{requirement}/steps")
    ModelAndView say(Actor actor, Messages m, @PathVariable UUID requirement, @RequestParam Map<String, String> fields,
            HttpServletResponse response, RedirectAttributes redirect) {
        Filled filled = new Filled(fields);
        return after(changes.say(actor, requirement, filled.one(Requirement.What.class, "what"), filled.text("words"),
                filled.day("day")), new Asked(actor, m, fields, response, redirect), "");
    }

    @PostMapping(PATH + "/{community}/weeks")
    ModelAndView plan(Actor actor, Messages m, @PathVariable UUID community, @RequestParam Map<String, String> fields,
            HttpServletResponse response, RedirectAttributes redirect) {
        Filled filled = new Filled(fields);
        return after(changes.plan(actor, community, new NewWeek(filled.text("term"), filled.whole("week"),
                filled.text("subject"), filled.text("content"), filled.id("school"))),
                new Asked(actor, m, fields, response, redirect), "week");
    }

    @PostMapping(PATH + "/weeks/{revision}/withdrawal")
    ModelAndView strike(Actor actor, Messages m, @PathVariable UUID revision, @RequestParam Map<String, String> fields,
            HttpServletResponse response, RedirectAttributes redirect) {
        return after(changes.strike(actor, revision), new Asked(actor, m, fields, response, redirect), "");
    }

    @PostMapping(PATH + "/{community}/sheets")
    ModelAndView share(Actor actor, Messages m, @PathVariable UUID community, @RequestParam Map<String, String> fields,
            @RequestParam(name = "files", required = false) @Nullable List<MultipartFile> files,
            HttpServletResponse response, RedirectAttributes redirect) {
        Filled filled = new Filled(fields);
        return after(changes.share(actor, community, filled.id("revision"), filled.text("title"),
                Upload.allOf(files)), new Asked(actor, m, fields, response, redirect), "sheet");
    }

    @PostMapping(PATH + "/sheets/{sheet}/steps")
    ModelAndView take(Actor actor, Messages m, @PathVariable UUID sheet, @RequestParam Map<String, String> fields,
            HttpServletResponse response, RedirectAttributes redirect) {
        return after(changes.say(actor, sheet, new Filled(fields).one(RevisionSheet.What.class, "what")),
                new Asked(actor, m, fields, response, redirect), "");
    }
}
