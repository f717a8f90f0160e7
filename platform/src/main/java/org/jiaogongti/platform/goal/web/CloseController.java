package org.jiaogongti.platform.goal.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.goal.Closings;
import org.jiaogongti.platform.goal.Closings.Shown;
import org.jiaogongti.platform.goal.Entered;
import org.jiaogongti.platform.goal.Entered.Problem;
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
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 轮末: a round's goals against their targets, proposed by one person and signed by another. */
@Controller
class CloseController {

    private final Closings closings;
    private final ClosePaper paper;

    CloseController(Closings closings, ClosePaper paper) {
        this.closings = closings;
        this.paper = paper;
    }

    @GetMapping("/goals/rounds/{round}")
    ModelAndView close(Actor actor, Messages m, @PathVariable String round,
            @RequestParam(required = false) @Nullable Integer version) {
        return page(closings.show(actor, number(round), version), m, null, "");
    }

    private static ModelAndView page(Shown shown, Messages m, @Nullable Problem problem, String typed) {
        return new ModelAndView("goal/close", Map.of("view", new CloseView(shown, problem, typed, new Words(m))));
    }

    @GetMapping("/goals/rounds/{round}/export.{format:docx|pdf|xlsx|csv}")
    ResponseEntity<byte[]> export(Actor actor, Messages m, @PathVariable String round, @PathVariable String format,
            @RequestParam(required = false) @Nullable Integer version) {
        Shown shown = closings.show(actor, number(round), version);
        return format.equals("xlsx") || format.equals("csv")
                ? new CloseView(shown, null, "", new Words(m)).file().download(format)
                : paper.of(shown).download(format, m);
    }

    @PostMapping("/goals/rounds/{round}/proposals")
    ModelAndView propose(Actor actor, Messages m, @PathVariable String round, @RequestParam Map<String, String> fields,
            HttpServletResponse response, RedirectAttributes redirect) {
        Filled filled = new Filled(fields);
        return after(closings.propose(actor, number(round), filled.lines("words")), "goal.close.proposed",
                new Asked(actor, m, number(round), filled.lines("words"), response, redirect));
    }

    @PostMapping("/goals/rounds/{round}/decisions")
    ModelAndView decide(Actor actor, Messages m, @PathVariable String round, @RequestParam Map<String, String> fields,
            HttpServletResponse response, RedirectAttributes redirect) {
        Filled filled = new Filled(fields);
        boolean sign = filled.text("what").equals("CONFIRMED");
        return after(closings.decide(actor, number(round), closing(filled), sign, filled.lines("reason")),
                sign ? "goal.close.confirmed" : "goal.close.refused",
                new Asked(actor, m, number(round), filled.lines("reason"), response, redirect));
    }

    @PostMapping("/goals/rounds/{round}/withdrawal")
    ModelAndView takeBack(Actor actor, Messages m, @PathVariable String round, @RequestParam Map<String, String> fields,
            HttpServletResponse response, RedirectAttributes redirect) {
        return after(closings.takeBack(actor, number(round), closing(new Filled(fields))), "goal.close.withdrawn",
                new Asked(actor, m, number(round), "", response, redirect));
    }

    /** What is no number is no round, and answered like one. */
    private static int number(String round) {
        if (!round.matches("[0-9]{1,3}")) {
            throw new Absent("round", round);
        }
        return Integer.parseInt(round);
    }

    private static UUID closing(Filled filled) {
        UUID id = filled.id("closing");
        if (id == null) {
            throw new Absent("closing", filled.text("closing"));
        }
        return id;
    }

    /** What a form of the page needs to be answered. */
    private record Asked(Actor actor, Messages m, int round, String typed, HttpServletResponse response,
            RedirectAttributes redirect) {}

    private ModelAndView after(Entered entered, String toast, Asked asked) {
        return switch (entered) {
            case Entered.Done _ -> {
                Toast.of(toast).after(asked.redirect());
                yield new ModelAndView("redirect:/goals/rounds/" + asked.round());
            }
            case Entered.Refused refused -> {
                asked.response().setStatus(422);
                Map<String, Problem> problems = new HashMap<>(refused.problems());
                yield page(closings.show(asked.actor(), asked.round(), null), asked.m(), problems.get(""),
                        asked.typed());
            }
        };
    }
}
