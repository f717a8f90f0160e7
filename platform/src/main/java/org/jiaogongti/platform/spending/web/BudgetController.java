package org.jiaogongti.platform.spending.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.shell.Filled;
import org.jiaogongti.platform.shell.Messages;
import org.jiaogongti.platform.shell.Toast;
import org.jiaogongti.platform.spending.Outcome;
import org.jiaogongti.platform.spending.SchoolBudgets;
import org.jiaogongti.platform.spending.SchoolBudgets.NewBudget;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A school's budget of a year. */
@Controller
class BudgetController {

    private static final String AMOUNT = "amount-";

    private final SchoolBudgets budgets;

    BudgetController(SchoolBudgets budgets) {
        this.budgets = budgets;
    }

    @GetMapping("/spending/schools/{school}/budget")
    ModelAndView show(Actor actor, Messages m, @PathVariable UUID school,
            @RequestParam MultiValueMap<String, String> fields) {
        return page(actor, m, school, new Filled(fields).whole("year"), Problem.NONE);
    }

    private ModelAndView page(Actor actor, Messages m, UUID school, int year, Problem problem) {
        Map<String, Object> model = new HashMap<>();
        model.put("shown", budgets.show(actor, school, year));
        model.put("problem", problem);
        model.put("words", new Words(m));
        return new ModelAndView("spending/budget", model);
    }

    @PostMapping("/spending/schools/{school}/budget")
    ModelAndView set(Actor actor, Messages m, @PathVariable UUID school,
            @RequestParam MultiValueMap<String, String> fields, HttpServletResponse response,
            RedirectAttributes redirect) {
        Filled filled = new Filled(fields);
        int year = filled.whole("year");
        Map<String, String> amounts = new HashMap<>();
        filled.typed().forEach((name, typed) -> {
            if (name.startsWith(AMOUNT)) {
                amounts.put(name.substring(AMOUNT.length()), typed);
            }
        });
        return switch (budgets.set(actor, school, new NewBudget(year, filled.text("document"), amounts))) {
            case Outcome.Done _ -> {
                Toast.of("spending.budget.done").after(redirect);
                yield new ModelAndView("redirect:/spending/schools/" + school + "?year=" + year);
            }
            case Outcome.Refused refused -> {
                response.setStatus(422);
                yield page(actor, m, school, year, Problem.of(refused, "budget", filled, m));
            }
        };
    }
}
