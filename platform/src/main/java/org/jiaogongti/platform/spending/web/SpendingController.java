package org.jiaogongti.platform.spending.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.shell.Filled;
import org.jiaogongti.platform.shell.Messages;
import org.jiaogongti.platform.shell.Toast;
import org.jiaogongti.platform.spending.Categories;
import org.jiaogongti.platform.spending.Categories.NewCategory;
import org.jiaogongti.platform.spending.Category;
import org.jiaogongti.platform.spending.Expense;
import org.jiaogongti.platform.spending.ExpenseFilter;
import org.jiaogongti.platform.spending.ExpenseFilter.Show;
import org.jiaogongti.platform.spending.Funds;
import org.jiaogongti.platform.spending.Outcome;
import org.jiaogongti.platform.spending.Payouts;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 经费: all schools side by side, one school, the categories, what was paid out. */
@Controller
class SpendingController {

    private static final int SCHOOLS = 50;
    private static final int PAYMENTS = 50;
    /** An export gives all rows of the filter, up to this many. */
    private static final int EXPORT = 20_000;

    private final Funds funds;
    private final Categories categories;
    private final Payouts payouts;

    SpendingController(Funds funds, Categories categories, Payouts payouts) {
        this.funds = funds;
        this.categories = categories;
        this.payouts = payouts;
    }

    /** The bureau's table; whoever answers for one school only sees that one at once. */
    @GetMapping("/spending")
    ModelAndView district(Actor actor, Messages m, @RequestParam MultiValueMap<String, String> fields) {
        List<UUID> offices = funds.offices(actor);
        if (offices.size() == 1) {
            return school(actor, m, offices.getFirst(), fields);
        }
        Filled query = new Filled(fields);
        UUID after = query.id("after");
        return new ModelAndView("spending/district", Map.of("view", new DistrictView(
                funds.district(actor, asked(query), after, SCHOOLS), after != null, new Words(m))));
    }

    @GetMapping("/spending/export.{format:xlsx|csv}")
    ResponseEntity<byte[]> district(Actor actor, Messages m, @PathVariable String format,
            @RequestParam MultiValueMap<String, String> fields) {
        return new DistrictView(funds.takeDistrict(actor, asked(new Filled(fields))), false, new Words(m)).file()
                .download(format);
    }

    private static Funds.Asked asked(Filled query) {
        return new Funds.Asked(query.whole("year"), query.id("community"), query.text("clause"));
    }

    private static ExpenseFilter filter(Filled query) {
        Show show = query.one(Show.class, "show");
        return new ExpenseFilter(query.whole("year"), query.text("category"), query.text("clause"),
                query.one(Expense.Source.class, "source"), query.id("occasion"), show == null ? Show.ALL : show);
    }

    @GetMapping("/spending/schools/{school}")
    ModelAndView school(Actor actor, Messages m, @PathVariable UUID school,
            @RequestParam MultiValueMap<String, String> fields) {
        Filled query = new Filled(fields);
        UUID after = query.id("after");
        return new ModelAndView("spending/school", Map.of("view", new SchoolView(
                funds.school(actor, school, filter(query), after, PAYMENTS), after != null, new Words(m))));
    }

    @GetMapping("/spending/schools/{school}/export.{format:xlsx|csv}")
    ResponseEntity<byte[]> school(Actor actor, Messages m, @PathVariable UUID school, @PathVariable String format,
            @RequestParam MultiValueMap<String, String> fields) {
        return new SchoolView(funds.takeSchool(actor, school, filter(new Filled(fields)), EXPORT), false, new Words(m))
                .file().download(format);
    }

    @GetMapping("/spending/categories")
    ModelAndView categories(Messages m) {
        return categories(m, Problem.NONE);
    }

    private ModelAndView categories(Messages m, Problem problem) {
        Map<String, Object> model = new HashMap<>();
        model.put("shown", categories.show());
        model.put("problem", problem);
        model.put("words", new Words(m));
        return new ModelAndView("spending/categories", model);
    }

    @PostMapping("/spending/categories")
    ModelAndView set(Actor actor, Messages m, @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response, RedirectAttributes redirect) {
        Filled filled = new Filled(fields);
        Outcome outcome = categories.set(actor, new NewCategory(filled.text("code"), filled.text("name"),
                filled.one(Category.Unit.class, "unit"), filled.text("ceiling"), filled.text("share"),
                filled.day("from"), filled.ticked("ended"), filled.text("document")));
        return switch (outcome) {
            case Outcome.Done _ -> {
                Toast.of("spending.category.done").after(redirect);
                yield new ModelAndView("redirect:/spending/categories");
            }
            case Outcome.Refused refused -> {
                response.setStatus(422);
                String code = filled.text("code");
                yield categories(m, Problem.of(refused, code.isEmpty() ? "new" : code, filled, m));
            }
        };
    }

    @GetMapping("/spending/payouts")
    ModelAndView payouts(Messages m) {
        return payouts(m, Problem.NONE);
    }

    private ModelAndView payouts(Messages m, Problem problem) {
        return new ModelAndView("spending/payouts",
                Map.of("shown", payouts.show(), "problem", problem, "words", new Words(m)));
    }

    @PostMapping("/spending/payouts")
    ModelAndView pay(Actor actor, Messages m, @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response, RedirectAttributes redirect) {
        Filled filled = new Filled(fields);
        Outcome outcome = payouts.pay(actor, filled.text("appraised"), filled.whole("version"), filled.day("day"),
                filled.text("document"));
        return switch (outcome) {
            case Outcome.Done _ -> {
                Toast.of("spending.payout.done").after(redirect);
                yield new ModelAndView("redirect:/spending/payouts");
            }
            case Outcome.Refused refused -> {
                response.setStatus(422);
                yield payouts(m, Problem.of(refused, filled.text("appraised"), filled, m));
            }
        };
    }
}
