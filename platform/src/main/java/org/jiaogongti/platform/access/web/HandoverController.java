package org.jiaogongti.platform.access.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.Handovers;
import org.jiaogongti.platform.shell.Absent;
import org.jiaogongti.platform.shell.Toast;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The bureau administrator hands over everything that somebody holds: first what it is, then the action. */
@Controller
class HandoverController {

    private final Handovers handovers;

    HandoverController(Handovers handovers) {
        this.handovers = handovers;
    }

    @GetMapping("/accounts/{id}/handover")
    String preview(@PathVariable UUID id, @RequestParam(defaultValue = "") String successor, Model model) {
        return page(id, successor, "", model);
    }

    @PostMapping("/accounts/{id}/handover")
    String hand(Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String successor,
            HttpServletResponse response, Model model, RedirectAttributes redirect) {
        return switch (handovers.hand(actor, id, successor)) {
            case Handovers.Result.Done done -> {
                Toast.of("access.handover.done").after(redirect);
                yield "redirect:/accounts/" + done.account();
            }
            case Handovers.Result.Refused refused -> {
                response.setStatus(422);
                yield page(id, successor, refused.key(), model);
            }
            case Handovers.Result.Absent absent -> throw new Absent("account", id);
        };
    }

    private String page(UUID id, String successor, String problem, Model model) {
        Handovers.Preview preview = handovers.preview(id, successor).orElseThrow(() -> new Absent("account", id));
        boolean missed = problem.isEmpty() && !successor.isBlank() && preview.successor().isEmpty();
        model.addAttribute("id", id);
        model.addAttribute("preview", preview);
        model.addAttribute("successor", successor);
        model.addAttribute("problem", missed ? "access.handover.successor.missing" : problem);
        return "access/handover";
    }
}
