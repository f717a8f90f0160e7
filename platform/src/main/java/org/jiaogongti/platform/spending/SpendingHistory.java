package org.jiaogongti.platform.spending;

import java.util.Collection;
import java.util.List;
import org.jiaogongti.platform.spending.model.Moves;
import org.jiaogongti.platform.spending.store.CategoryStore;
import org.jiaogongti.platform.spending.store.ExpenseStore;
import org.jiaogongti.platform.spending.store.FundStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes over what a district had before it came here, many at once. */
@Service
@Transactional
public class SpendingHistory {

    private final CategoryStore categories;
    private final ExpenseStore expenses;
    private final FundStore funds;

    SpendingHistory(CategoryStore categories, ExpenseStore expenses, FundStore funds) {
        this.categories = categories;
        this.expenses = expenses;
        this.funds = funds;
    }

    /** Everything of some years. */
    public record Past(List<Category> categories, List<SchoolBudget> budgets, List<Payout> payouts,
            List<Expense> expenses) {

        public Past {
            categories = List.copyOf(categories);
            budgets = List.copyOf(budgets);
            payouts = List.copyOf(payouts);
            expenses = List.copyOf(expenses);
        }
    }

    public void takeOver(Past past) {
        categories.add(past.categories());
        funds.addBudgets(past.budgets());
        past.payouts().forEach(funds::add);
        added(past.expenses());
        funds.move(Moves.of(past.expenses()));
    }

    private void added(Collection<Expense> all) {
        if (expenses.add(all) != all.size()) {
            throw new IllegalArgumentException("An invoice or a reversal stands twice in what is taken over.\n"
                    + "Look for it among " + all.size() + " payments.");
        }
    }
}
