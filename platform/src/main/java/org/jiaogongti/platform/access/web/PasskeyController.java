package org.jiaogongti.platform.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.Passkeys;
import org.jiaogongti.platform.shell.Absent;
import org.jiaogongti.platform.shell.Toast;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Somebody's own passkeys. */
@Controller
class PasskeyController {

    private final Passkeys passkeys;
    private final PasskeyDesk desk;

    PasskeyController(Passkeys passkeys, PasskeyDesk desk) {
        this.passkeys = passkeys;
        this.desk = desk;
    }

    @GetMapping("/me/passkeys")
    String show(Actor actor, HttpServletRequest request, Model model) {
        return page(actor, "", "", request, model);
    }

    @PostMapping("/me/passkeys")
    String add(Actor actor, @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String credential, HttpServletRequest request,
            HttpServletResponse response, Model model, RedirectAttributes redirect) {
        Optional<String> problem = passkeys.add(actor, name, desk.answer(credential, request));
        if (problem.isPresent()) {
            response.setStatus(422);
            return page(actor, name, problem.get(), request, model);
        }
        Toast.of("access.passkey.added").after(redirect);
        return "redirect:/me/passkeys";
    }

    @PostMapping("/me/passkeys/{id}/end")
    String end(Actor actor, @PathVariable UUID id, RedirectAttributes redirect) {
        if (!passkeys.end(actor, id)) {
            throw new Absent("passkey", id);
        }
        Toast.of("access.passkey.ended").after(redirect);
        return "redirect:/me/passkeys";
    }

    private String page(Actor actor, String name, String problem, HttpServletRequest request, Model model) {
        PasskeyAsk ask = desk.ask(request);
        model.addAttribute("passkeys", passkeys.of(actor));
        model.addAttribute("invitation", passkeys.invitation(actor, ask.host()));
        model.addAttribute("ask", ask);
        model.addAttribute("name", name);
        model.addAttribute("problem", problem);
        return "access/passkeys";
    }
}
