package org.jiaogongti.platform.staff.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.jiaogongti.charter.Rank;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.Role;
import org.jiaogongti.platform.school.Change;
import org.jiaogongti.platform.shell.Filled;
import org.jiaogongti.platform.shell.Messages;
import org.jiaogongti.platform.shell.Toast;
import org.jiaogongti.platform.staff.PersonTitle;
import org.jiaogongti.platform.staff.RegisterChanges;
import org.jiaogongti.platform.staff.RegisterChanges.NewPosting;
import org.jiaogongti.platform.staff.RegisterChanges.NewTitle;
import org.jiaogongti.platform.staff.web.PersonPages.Answer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One person of the register. */
@Controller
class PersonController {

    private final RegisterChanges changes;
    private final PersonPages pages;

    PersonController(RegisterChanges changes, PersonPages pages) {
        this.changes = changes;
        this.pages = pages;
    }

    @GetMapping("/people/{id}")
    ModelAndView one(Actor actor, Messages m, @PathVariable UUID id) {
        return pages.of(actor, m, id, Answer.NOTHING);
    }

    /** What a form of this page needs to be answered. */
    record Asked(Actor actor, Messages m, HttpServletResponse response, RedirectAttributes redirect) {}

    private ModelAndView after(Change change, Asked asked, UUID id, String form, Map<String, String> fields) {
        if (change instanceof Change.Refused refused) {
            asked.response().setStatus(422);
            return pages.of(asked.actor(), asked.m(), id, new Answer(refused.key(), form, fields, ""));
        }
        Toast.of("staff.done.noted").after(asked.redirect());
        return new ModelAndView("redirect:/people/" + id);
    }

    @PostMapping("/people/{id}")
    ModelAndView describe(Actor actor, Messages m, @PathVariable UUID id, @RequestParam Map<String, String> fields,
            HttpServletResponse response, RedirectAttributes redirect) {
        return after(changes.describe(actor, id, PeopleController.details(new Filled(fields))),
                new Asked(actor, m, response, redirect), id, "details", fields);
    }

    @PostMapping("/people/{id}/postings")
    ModelAndView post(Actor actor, Messages m, @PathVariable UUID id, @RequestParam Map<String, String> fields,
            HttpServletResponse response, RedirectAttributes redirect) {
        Filled filled = new Filled(fields);
        NewPosting posting = new NewPosting(filled.one(Role.class, "role"), filled.id("school"), filled.day("from"),
                filled.day("to"), filled.ticked("instead"));
        return after(changes.post(actor, id, posting), new Asked(actor, m, response, redirect), id, "posting",
                fields);
    }

    @PostMapping("/people/{id}/postings/{posting}/end")
    ModelAndView endPosting(Actor actor, Messages m, @PathVariable UUID id, @PathVariable UUID posting,
            @RequestParam Map<String, String> fields, HttpServletResponse response, RedirectAttributes redirect) {
        return after(changes.endPosting(actor, id, posting, new Filled(fields).day("to")),
                new Asked(actor, m, response, redirect), id, "end", fields);
    }

    @PostMapping("/people/{id}/ranks")
    ModelAndView rank(Actor actor, Messages m, @PathVariable UUID id, @RequestParam Map<String, String> fields,
            HttpServletResponse response, RedirectAttributes redirect) {
        Filled filled = new Filled(fields);
        return after(changes.rank(actor, id, filled.one(Rank.class, "rank"), filled.day("from")),
                new Asked(actor, m, response, redirect), id, "rank", fields);
    }

    @PostMapping("/people/{id}/titles")
    ModelAndView title(Actor actor, Messages m, @PathVariable UUID id, @RequestParam Map<String, String> fields,
            HttpServletResponse response, RedirectAttributes redirect) {
        Filled filled = new Filled(fields);
        NewTitle title = new NewTitle(filled.text("name"), filled.one(PersonTitle.Level.class, "level"),
                filled.orNull("document"), filled.day("from"), filled.day("to"));
        return after(changes.title(actor, id, title), new Asked(actor, m, response, redirect), id, "title", fields);
    }

    @PostMapping("/people/{id}/subjects")
    ModelAndView subject(Actor actor, Messages m, @PathVariable UUID id, @RequestParam Map<String, String> fields,
            HttpServletResponse response, RedirectAttributes redirect) {
        Filled filled = new Filled(fields);
        return after(changes.subject(actor, id, filled.text("subject"), filled.day("from"), filled.day("to")),
                new Asked(actor, m, response, redirect), id, "subject", fields);
    }

    @PostMapping("/people/{id}/employments")
    ModelAndView employ(Actor actor, Messages m, @PathVariable UUID id, @RequestParam Map<String, String> fields,
            HttpServletResponse response, RedirectAttributes redirect) {
        Filled filled = new Filled(fields);
        return after(
                changes.employ(actor, id, filled.day("from"), filled.ticked("permanent"), filled.ticked("full-time")),
                new Asked(actor, m, response, redirect), id, "employment", fields);
    }
}
