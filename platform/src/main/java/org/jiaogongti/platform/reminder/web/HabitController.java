package org.jiaogongti.platform.reminder.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.reminder.Habit;
import org.jiaogongti.platform.reminder.Habits;
import org.jiaogongti.platform.reminder.Habits.Own;
import org.jiaogongti.platform.shell.Toast;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How one wants to be told. */
@Controller
class HabitController {

    private final Habits habits;

    HabitController(Habits habits) {
        this.habits = habits;
    }

    @GetMapping("/me/reminders")
    String show(Actor actor, Model model) {
        return page(habits.of(actor), "", model);
    }

    @PostMapping("/me/reminders")
    String keep(Actor actor, @RequestParam(defaultValue = "false") boolean mail,
            @RequestParam(defaultValue = "") String mailbox, @RequestParam(defaultValue = "") String digest,
            @RequestParam(defaultValue = "") String quietFrom, @RequestParam(defaultValue = "") String quietTo,
            HttpServletResponse response, Model model, RedirectAttributes redirect) {
        Habit habit = new Habit(mail, time(digest, Habit.USUAL.digest()), time(quietFrom, Habit.USUAL.quietFrom()),
                time(quietTo, Habit.USUAL.quietTo()));
        Optional<String> problem = habits.keep(actor, habit, mailbox.strip());
        if (problem.isPresent()) {
            response.setStatus(422);
            return page(new Own(habit, mailbox, true), problem.get(), model);
        }
        Toast.of("reminder.habit.kept").after(redirect);
        return "redirect:/me/reminders";
    }

    private static LocalTime time(String text, LocalTime otherwise) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeParseException none) {
            return otherwise;
        }
    }

    private static String page(Own own, String problem, Model model) {
        model.addAttribute("own", own);
        model.addAttribute("problem", problem);
        return "reminder/habit";
    }
}
