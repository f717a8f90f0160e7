package org.jiaogongti.platform.spending.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.evidence.Upload;
import org.jiaogongti.platform.shell.Filled;
import org.jiaogongti.platform.shell.Messages;
import org.jiaogongti.platform.shell.Toast;
import org.jiaogongti.platform.spending.Expense;
import org.jiaogongti.platform.spending.ExpenseChanges;
import org.jiaogongti.platform.spending.Expenses;
import org.jiaogongti.platform.spending.NewExpense;
import org.jiaogongti.platform.spending.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One payment: entered with its receipts, approved or returned by a second person, withdrawn, taken back. */
@Controller
class ExpenseController {

    private final Expenses expenses;
    private final ExpenseChanges changes;

    ExpenseController(Expenses expenses, ExpenseChanges changes) {
        this.expenses = expenses;
        this.changes = changes;
    }

    @GetMapping("/spending/schools/{school}/expenses/new")
    ModelAndView form(Actor actor, Messages m, @PathVariable UUID school,
            @RequestParam MultiValueMap<String, String> fields) {
        return form(actor, m, school, new Filled(fields), Problem.NONE);
    }

    private ModelAndView form(Actor actor, Messages m, UUID school, Filled filled, Problem problem) {
        Expenses.Offer offer = expenses.offer(actor, school, filled.id("occasion"), filled.id("expense"));
        return new ModelAndView("spending/expense-new",
                Map.of("view", new ExpenseFormView(offer, problem, new Words(m))));
    }

    @PostMapping("/spending/schools/{school}/expenses")
    ModelAndView enter(Actor actor, Messages m, @PathVariable UUID school,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(name = "files", required = false) @Nullable List<MultipartFile> files,
            HttpServletResponse response, RedirectAttributes redirect) {
        Filled filled = new Filled(fields);
        Outcome outcome = changes.enter(actor, school,
                new NewExpense(filled.day("day"), filled.text("category"), filled.text("amount"),
                        filled.text("quantity"), filled.one(Expense.Source.class, "source"),
                        filled.one(Expense.Payee.class, "payee"), filled.text("payeeName"), filled.text("about"),
                        filled.text("duty"), filled.id("occasion"), filled.text("invoice"), filled.text("reason")),
                Upload.allOf(files));
        return switch (outcome) {
            case Outcome.Done done -> {
                Toast.of("spending.expense.done").undoneBy("/spending/expenses/" + done.id() + "/withdrawal")
                        .after(redirect);
                yield new ModelAndView("redirect:/spending/expenses/" + done.id());
            }
            case Outcome.Refused refused -> {
                response.setStatus(422);
                yield form(actor, m, school, filled, Problem.of(refused, "expense", filled, m));
            }
        };
    }

    @GetMapping("/spending/expenses/{expense}")
    ModelAndView show(Actor actor, Messages m, @PathVariable UUID expense) {
        return page(actor, m, expense, Problem.NONE);
    }

    private ModelAndView page(Actor actor, Messages m, UUID id, Problem problem) {
        Map<String, Object> model = new HashMap<>();
        model.put("shown", expenses.show(actor, id));
        model.put("problem", problem);
        model.put("words", new Words(m));
        return new ModelAndView("spending/expense", model);
    }

    /** What a form of a payment's page needs to be answered. */
    private record Asked(Actor actor, Messages m, UUID id, HttpServletResponse response, RedirectAttributes redirect,
            String toast) {}

    private ModelAndView after(Outcome outcome, Asked asked, String form, Filled filled) {
        return switch (outcome) {
            case Outcome.Done done -> {
                Toast.of(asked.toast()).after(asked.redirect());
                yield new ModelAndView("redirect:/spending/expenses/" + done.id());
            }
            case Outcome.Refused refused -> {
                asked.response().setStatus(422);
                yield page(asked.actor(), asked.m(), asked.id(), Problem.of(refused, form, filled, asked.m()));
            }
        };
    }

    @PostMapping("/spending/expenses/{expense}/approval")
    ModelAndView approve(Actor actor, Messages m, @PathVariable UUID expense, HttpServletResponse response,
            RedirectAttributes redirect) {
        return after(changes.approve(actor, expense),
                new Asked(actor, m, expense, response, redirect, "spending.expense.approved"), "approval",
                new Filled(Map.of()));
    }

    @PostMapping("/spending/expenses/{expense}/return")
    ModelAndView giveBack(Actor actor, Messages m, @PathVariable UUID expense,
            @RequestParam MultiValueMap<String, String> fields, HttpServletResponse response,
            RedirectAttributes redirect) {
        Filled filled = new Filled(fields);
        return after(changes.giveBack(actor, expense, filled.text("words")),
                new Asked(actor, m, expense, response, redirect, "spending.expense.returned"), "return", filled);
    }

    @PostMapping("/spending/expenses/{expense}/withdrawal")
    ModelAndView withdraw(Actor actor, Messages m, @PathVariable UUID expense, HttpServletResponse response,
            RedirectAttributes redirect) {
        return after(changes.withdraw(actor, expense),
                new Asked(actor, m, expense, response, redirect, "spending.expense.withdrawn"), "withdrawal",
                new Filled(Map.of()));
    }

    @PostMapping("/spending/expenses/{expense}/reversal")
    ModelAndView reverse(Actor actor, Messages m, @PathVariable UUID expense,
            @RequestParam MultiValueMap<String, String> fields, HttpServletResponse response,
            RedirectAttributes redirect) {
        Filled filled = new Filled(fields);
        return after(changes.reverse(actor, expense, filled.text("amount"), filled.text("words")),
                new Asked(actor, m, expense, response, redirect, "spending.expense.reversed"), "reversal", filled);
    }

    @PostMapping("/spending/expenses/{expense}/receipts")
    ModelAndView attach(Actor actor, Messages m, @PathVariable UUID expense,
            @RequestParam(name = "files", required = false) @Nullable List<MultipartFile> files,
            HttpServletResponse response, RedirectAttributes redirect) {
        return after(changes.attach(actor, expense, Upload.allOf(files)),
                new Asked(actor, m, expense, response, redirect, "spending.expense.attached"), "receipts",
                new Filled(Map.of()));
    }
}
