package org.jiaogongti.platform.spending;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.activity.OccasionBrief;
import org.jiaogongti.platform.activity.OccasionBriefs;
import org.jiaogongti.platform.evidence.EvidenceItem;
import org.jiaogongti.platform.obligation.Source;
import org.jiaogongti.platform.school.School;
import org.jiaogongti.platform.shell.Absent;
import org.jiaogongti.platform.spending.Expense.State;
import org.jiaogongti.platform.spending.model.CategoryDays;
import org.jiaogongti.platform.spending.model.Reach;
import org.jiaogongti.platform.spending.store.CategoryStore;
import org.jiaogongti.platform.spending.store.ExpenseStore;
import org.jiaogongti.platform.spending.store.FundStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** One payment with its receipts, and what a new one starts from. */
@Service
@Transactional(readOnly = true)
public class Expenses {

    private static final int WAITING = 20;

    private final ExpenseStore store;
    private final FundStore funds;
    private final CategoryStore categories;
    private final OccasionBriefs occasions;
    private final Receipts receipts;
    private final SpendingGround around;

    Expenses(ExpenseStore store, FundStore funds, CategoryStore categories, OccasionBriefs occasions,
            Receipts receipts, SpendingGround around) {
        this.store = store;
        this.funds = funds;
        this.categories = categories;
        this.occasions = occasions;
        this.receipts = receipts;
        this.around = around;
    }

    /** What somebody may do with a payment now. */
    public record Next(boolean approve, boolean own, boolean withdraw, boolean reverse, boolean attach,
            boolean again) {}

    /**
     * A payment's page.
     *
     * @param category its name
     * @param ceiling as it held on the payment's day, or null
     * @param occasion that it was for, where this person may read it
     * @param original that it takes back; null for a payment
     * @param reversals that take it back or mean to, as a whole or in parts
     * @param left what none of them takes, in fen
     */
    public record Shown(Expense expense, School school, String category, @Nullable Category ceiling,
            @Nullable Duty duty, List<EvidenceItem> files, @Nullable OccasionBrief occasion,
            @Nullable Expense original, List<Expense> reversals, long left, Next next) {}

    /**
     * One payment.
     *
     * @throws Absent where there is none, or it is another school's
     */
    public Shown show(Actor actor, UUID id) {
        Reach reach = new Reach(actor);
        Expense expense = store.find(id).filter(each -> reach.reads(each.school()))
                .orElseThrow(() -> new Absent(ExpenseChanges.KIND, id));
        List<Category> all = categories.all();
        UUID occasion = expense.said().occasion();
        UUID original = expense.reverses();
        List<Expense> reversals = store.reversalsOf(id);
        long left = expense.left(reversals);
        String code = expense.said().category();
        return new Shown(expense, around.school(expense.school()),
                CategoryDays.names(all, around.today()).getOrDefault(code, code),
                CategoryDays.on(all, expense.said().day()).get(code), around.duties().get(expense.said().duty()),
                receipts.files().of(List.of(id)),
                occasion == null ? null : occasions.find(actor, occasion).orElse(null),
                original == null ? null : store.find(original).orElse(null), reversals, left,
                next(actor, reach, expense, left > 0));
    }

    private static Next next(Actor actor, Reach reach, Expense expense, boolean left) {
        boolean waits = expense.state() == State.WAITING;
        boolean enters = reach.enters(expense.school());
        boolean decides = waits && reach.approves(expense.school());
        boolean own = actor.actsFor(expense.by().account());
        return new Next(decides && !own, decides && own, waits && enters,
                expense.stands() && enters && left, enters && (waits || expense.stands()) && !expense.reversal(),
                enters && !expense.reversal()
                        && (expense.reversed() || expense.state() == State.RETURNED
                                || expense.state() == State.WITHDRAWN));
    }

    /**
     * What a new payment starts from.
     *
     * @param categories that hold today
     * @param occasion that it is for; null where it is for none
     * @param served ids of the duties that the occasion counts for
     * @param like one that was returned or taken back and is entered anew; null otherwise
     * @param granted what is left of grants
     */
    public record Offer(School school, List<Category> categories, List<Duty> duties, @Nullable OccasionBrief occasion,
            Set<String> served, @Nullable Expense like, Granted granted, @Nullable SchoolBudget budget,
            LocalDate today) {}

    /**
     * The form at a school.
     *
     * @throws Absent where somebody enters nothing there, or may not read the occasion or the payment
     */
    public Offer offer(Actor actor, UUID id, @Nullable UUID occasion, @Nullable UUID like) {
        School school = around.school(id);
        if (!new Reach(actor).enters(id)) {
            throw new Absent("school", id);
        }
        Expense before = like == null
                ? null
                : store.find(like).filter(each -> each.school().equals(id))
                        .orElseThrow(() -> new Absent(ExpenseChanges.KIND, like));
        UUID about = occasion != null || before == null ? occasion : before.said().occasion();
        OccasionBrief brief = about == null
                ? null
                : occasions.find(actor, about).orElseThrow(() -> new Absent("occasion", about));
        Source source = about == null ? null : new Source(Source.OCCASION, about);
        return new Offer(school, List.copyOf(CategoryDays.on(categories.all(), around.today()).values()),
                List.copyOf(around.duties().values()), brief,
                source == null
                        ? Set.of()
                        : around.progresses().duties(List.of(source)).getOrDefault(source, Set.of()),
                before, funds.granted(id, around.today().getYear()),
                funds.budgets(List.of(id), around.today().getYear()).get(id), around.today());
    }

    /** What waits at the schools where somebody approves; one select, and none for those who approve nowhere. */
    public List<Expense> waiting(Actor actor, UUID school) {
        return new Reach(actor).approves(school)
                ? store.waiting(List.of(school), WAITING).stream()
                        .filter(each -> !actor.actsFor(each.by().account())).toList()
                : List.of();
    }
}
