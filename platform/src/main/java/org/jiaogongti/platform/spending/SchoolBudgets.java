package org.jiaogongti.platform.spending;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.school.School;
import org.jiaogongti.platform.shell.Absent;
import org.jiaogongti.platform.spending.model.CategoryDays;
import org.jiaogongti.platform.spending.model.Reach;
import org.jiaogongti.platform.spending.model.Yuan;
import org.jiaogongti.platform.spending.store.CategoryStore;
import org.jiaogongti.platform.spending.store.FundStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A school's budget of a calendar year, set as a whole; what was set before stays to be read. */
@Service
@Transactional
public class SchoolBudgets {

    private final FundStore store;
    private final CategoryStore categories;
    private final SpendingGround around;

    SchoolBudgets(FundStore store, CategoryStore categories, SpendingGround around) {
        this.store = store;
        this.categories = categories;
        this.around = around;
    }

    /**
     * A school's budgets of a year.
     *
     * @param history the one that counts first
     * @param categories that hold, by code
     * @param names of all categories by code
     * @param sets whether this person may set another one
     */
    public record Shown(School school, int year, List<Integer> years, List<SchoolBudget> history,
            List<Category> categories, Map<String, String> names, boolean sets) {}

    /**
     * One school's.
     *
     * @param asked a year, 0 for the present one; the next one may be planned already
     */
    @Transactional(readOnly = true)
    public Shown show(Actor actor, UUID school, int asked) {
        Reach reach = new Reach(actor);
        School found = around.school(school);
        if (!reach.reads(school)) {
            throw new Absent("school", school);
        }
        int year = year(asked);
        List<Category> all = categories.all();
        List<Integer> years = new ArrayList<>(List.of(around.today().getYear() + 1));
        years.addAll(around.years());
        return new Shown(found, year, List.copyOf(years), store.history(school, year),
                List.copyOf(CategoryDays.on(all, around.today()).values()), CategoryDays.names(all, around.today()),
                reach.enters(school) && settable(year));
    }

    private int year(int asked) {
        int present = around.today().getYear();
        return asked >= 2000 && asked <= present + 1 ? asked : present;
    }

    /** A year that is over keeps the budget it had. */
    private boolean settable(int year) {
        return year >= around.today().getYear();
    }

    /**
     * A budget as typed.
     *
     * @param amounts yuan by code of the category; empty where nothing is meant to be spent
     */
    public record NewBudget(int year, String document, Map<String, String> amounts) {}

    public Outcome set(Actor actor, UUID school, NewBudget given) {
        if (!new Reach(actor).enters(around.school(school).id())) {
            throw new Absent("school", school);
        }
        if (!settable(given.year()) || year(given.year()) != given.year()) {
            return Outcome.no("", "spending.budget.refused.year");
        }
        if (given.document().isEmpty() || given.document().length() > Category.LONGEST_DOCUMENT) {
            return Outcome.no("document", "spending.refused.document", Category.LONGEST_DOCUMENT);
        }
        Map<String, Long> lines = new LinkedHashMap<>();
        for (Category category : CategoryDays.on(categories.all(), around.today()).values()) {
            String typed = given.amounts().getOrDefault(category.code(), "");
            OptionalLong fen = Yuan.fen(typed);
            if (fen.isPresent()) {
                lines.put(category.code(), fen.getAsLong());
            } else if (!typed.matches("|0+(\\.0{1,2})?")) {
                return Outcome.no("amount-" + category.code(), "spending.budget.refused.amount", category.name());
            }
        }
        if (lines.isEmpty()) {
            return Outcome.no("", "spending.budget.refused.empty");
        }
        SchoolBudget budget = new SchoolBudget(around.ids().next(), school, given.year(), given.document(), lines,
                around.by(actor));
        store.addBudgets(List.of(budget));
        around.journal().write(actor, "SpendingBudgetSet", "spending-budget", budget.id(),
                Map.of("school", school.toString(), "year", given.year(), "fen", budget.whole(), "document",
                        given.document()));
        return new Outcome.Done(budget.id());
    }
}
