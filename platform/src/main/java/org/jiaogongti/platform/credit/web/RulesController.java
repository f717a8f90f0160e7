package org.jiaogongti.platform.credit.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.credit.CreditRules;
import org.jiaogongti.platform.credit.model.RulesTyped;
import org.jiaogongti.platform.shell.Messages;
import org.jiaogongti.platform.shell.Toast;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 学时的算法: categories, hours and the columns of the province's form. */
@Controller
class RulesController {

    private final CreditRules rules;

    RulesController(CreditRules rules) {
        this.rules = rules;
    }

    @GetMapping("/credits/rules")
    ModelAndView page(Messages m) {
        return new ModelAndView("credit/rules",
                Map.of("view", new RulesView(rules.lines(), rules.columns(), new RulesTyped(Map.of()), Map.of(), m)));
    }

    @PostMapping("/credits/rules")
    ModelAndView change(Actor actor, Messages m, @RequestParam Map<String, String> form, HttpServletResponse response,
            RedirectAttributes redirect) {
        RulesTyped typed = new RulesTyped(form);
        Map<String, String> problems = rules.change(actor, typed);
        if (problems.isEmpty()) {
            Toast.of("credit.done.rules").after(redirect);
            return new ModelAndView("redirect:/credits/rules");
        }
        response.setStatus(422);
        return new ModelAndView("credit/rules",
                Map.of("view", new RulesView(rules.lines(), rules.columns(), typed, problems, m)));
    }
}
