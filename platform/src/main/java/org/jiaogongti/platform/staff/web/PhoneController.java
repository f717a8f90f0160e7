package org.jiaogongti.platform.staff.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.school.Change;
import org.jiaogongti.platform.shell.Filled;
import org.jiaogongti.platform.shell.Messages;
import org.jiaogongti.platform.shell.Toast;
import org.jiaogongti.platform.staff.Phones;
import org.jiaogongti.platform.staff.Phones.Found;
import org.jiaogongti.platform.staff.Phones.Given;
import org.jiaogongti.platform.staff.Phones.Purpose;
import org.jiaogongti.platform.staff.web.PersonPages.Answer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Telephone numbers. A whole number is sent in the body of an answer only: addresses are kept by browsers and proxies, and
 * what a redirect carries lies in the session.
 */
@Controller
class PhoneController {

    private final Phones phones;
    private final PersonPages pages;

    PhoneController(Phones phones, PersonPages pages) {
        this.phones = phones;
        this.pages = pages;
    }

    private ModelAndView after(Change change, Actor actor, Messages m, UUID id, HttpServletResponse response,
            RedirectAttributes redirect) {
        if (change instanceof Change.Refused refused) {
            response.setStatus(422);
            return pages.of(actor, m, id, new Answer(refused.key(), "phone", Map.of(), ""));
        }
        Toast.of("staff.done.noted").after(redirect);
        return new ModelAndView("redirect:/people/" + id);
    }

    @PostMapping("/people/{id}/phone")
    ModelAndView note(Actor actor, Messages m, @PathVariable UUID id, @RequestParam Map<String, String> fields,
            HttpServletResponse response, RedirectAttributes redirect) {
        return after(phones.note(actor, id, new Filled(fields).text("phone")), actor, m, id, response, redirect);
    }

    @PostMapping("/people/{id}/phone/removal")
    ModelAndView remove(Actor actor, Messages m, @PathVariable UUID id, HttpServletResponse response,
            RedirectAttributes redirect) {
        return after(phones.remove(actor, id), actor, m, id, response, redirect);
    }

    @PostMapping("/people/{id}/phone/whole")
    ModelAndView give(Actor actor, Messages m, @PathVariable UUID id, @RequestParam Map<String, String> fields,
            HttpServletResponse response) {
        Given given = phones.give(actor, id, new Filled(fields).one(Purpose.class, "purpose"));
        return switch (given) {
            case Given.Whole whole -> pages.of(actor, m, id, new Answer("", "whole", Map.of(), whole.number()));
            case Given.Refused refused -> {
                response.setStatus(422);
                yield pages.of(actor, m, id, new Answer(refused.key(), "whole", Map.of(), ""));
            }
        };
    }

    @PostMapping("/people/phone-search")
    ModelAndView find(Actor actor, @RequestParam Map<String, String> fields, HttpServletResponse response) {
        Found found = phones.find(actor, new Filled(fields).text("phone"));
        return switch (found) {
            case Found.These these -> new ModelAndView("staff/phone-found", Map.of("people", these.people(), "problem",
                    ""));
            case Found.Refused refused -> {
                response.setStatus(422);
                yield new ModelAndView("staff/phone-found", Map.of("people", List.of(), "problem", refused.key()));
            }
        };
    }
}
