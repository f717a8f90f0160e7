package org.jiaogongti.platform.access.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.ApiTokens;
import org.jiaogongti.platform.access.ApiTokens.Made;
import org.jiaogongti.platform.shell.Absent;
import org.jiaogongti.platform.shell.Toast;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The own tokens for programs. */
@Controller
class TokenController {

    private static final int USUAL_DAYS = 90;

    private final ApiTokens tokens;

    TokenController(ApiTokens tokens) {
        this.tokens = tokens;
    }

    @GetMapping("/me/tokens")
    String list(Actor actor, Model model) {
        return page(actor, new TokenForm("", "read", Integer.toString(USUAL_DAYS), "", ""), model);
    }

    /** The token is shown here and nowhere again, so this answer is the page itself and no redirect. */
    @PostMapping("/me/tokens")
    String make(Actor actor, @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "read") String scope, @RequestParam(defaultValue = "") String days,
            HttpServletResponse response, Model model) {
        int number = days.matches("[0-9]{1,3}") ? Integer.parseInt(days) : 0;
        return switch (tokens.make(actor, name, scope.equals("write"), number)) {
            case Made.Shown shown -> page(actor,
                    new TokenForm("", "read", Integer.toString(USUAL_DAYS), "", shown.text()), model);
            case Made.Refused refused -> {
                response.setStatus(422);
                yield page(actor, new TokenForm(name, scope, days, refused.key(), ""), model);
            }
        };
    }

    @PostMapping("/me/tokens/{id}/end")
    String end(Actor actor, @PathVariable UUID id, RedirectAttributes redirect) {
        if (!tokens.end(actor, id)) {
            throw new Absent("token", id);
        }
        Toast.of("access.token.ended").after(redirect);
        return "redirect:/me/tokens";
    }

    private String page(Actor actor, TokenForm form, Model model) {
        model.addAttribute("tokens", tokens.of(actor));
        model.addAttribute("form", form);
        return "access/tokens";
    }
}
