package org.jiaogongti.platform.spending;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.activity.OccasionBriefs;
import org.jiaogongti.platform.evidence.Received;
import org.jiaogongti.platform.evidence.Upload;
import org.jiaogongti.platform.shell.Absent;
import org.jiaogongti.platform.spending.Expense.Decided;
import org.jiaogongti.platform.spending.Expense.Over;
import org.jiaogongti.platform.spending.Expense.Payee;
import org.jiaogongti.platform.spending.Expense.Said;
import org.jiaogongti.platform.spending.Expense.Source;
import org.jiaogongti.platform.spending.Expense.State;
import org.jiaogongti.platform.spending.model.CategoryDays;
import org.jiaogongti.platform.spending.model.Ceilings;
import org.jiaogongti.platform.spending.model.Moves;
import org.jiaogongti.platform.spending.model.Reach;
import org.jiaogongti.platform.spending.model.Texts;
import org.jiaogongti.platform.spending.model.Yuan;
import org.jiaogongti.platform.spending.store.CategoryStore;
import org.jiaogongti.platform.spending.store.ExpenseStore;
import org.jiaogongti.platform.spending.store.FundStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Enters payments, has them approved by a second person, and takes back by one of its own what was approved wrongly. */
@Service
@Transactional
public class ExpenseChanges {

    static final String KIND = "expense";

    private final ExpenseStore store;
    private final FundStore funds;
    private final CategoryStore categories;
    private final OccasionBriefs occasions;
    private final Receipts receipts;
    private final SpendingGround around;

    ExpenseChanges(ExpenseStore store, FundStore funds, CategoryStore categories, OccasionBriefs occasions,
            Receipts receipts, SpendingGround around) {
        this.store = store;
        this.funds = funds;
        this.categories = categories;
        this.occasions = occasions;
        this.receipts = receipts;
        this.around = around;
    }

    /** Enters a payment of a school, with its receipts; it waits for a second person. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public Outcome enter(Actor actor, UUID school, NewExpense given, List<Upload> uploads) {
        return receipts.with(uploads, stored -> enterWith(actor, school, given, stored));
    }

    private Outcome enterWith(Actor actor, UUID school, NewExpense given, List<Received.Stored> stored) {
        if (!new Reach(actor).enters(around.school(school).id())) {
            throw new Absent("school", school);
        }
        UUID occasion = given.occasion();
        if (occasion != null && occasions.find(actor, occasion).isEmpty()) {
            throw new Absent("occasion", occasion);
        }
        store.lockSchool(school);
        return switch (read(given)) {
            case Read.No no -> no.refused();
            case Read.Yes yes -> judged(actor, school, yes, given.reason(), stored);
        };
    }

    /** What a form says. */
    private sealed interface Read {

        record Yes(Said said, Category category) implements Read {}

        record No(Outcome refused) implements Read {}
    }

    private Read read(NewExpense given) {
        LocalDate day = given.day();
        LocalDate first = LocalDate.of(around.today().getYear() - 1, 1, 1);
        if (day == null || day.isAfter(around.today()) || day.isBefore(first)) {
            return no("day", "spending.refused.day", first.toString(), around.today().toString());
        }
        Category category = CategoryDays.on(categories.all(), day).get(given.category());
        if (category == null) {
            return no("category", "spending.refused.category", day.toString());
        }
        OptionalLong fen = Yuan.fen(given.amount());
        if (fen.isEmpty()) {
            return no("amount", "spending.refused.amount");
        }
        int quantity = quantity(category, given.quantity());
        if (quantity == 0) {
            return no("quantity", "spending.refused.quantity");
        }
        Source source = given.source();
        Payee payee = given.payee();
        if (source == null || payee == null) {
            return source == null
                    ? no("source", "spending.refused.source")
                    : no("payee", "spending.refused.payee");
        }
        Optional<Outcome> wrong = words(given, payee);
        if (wrong.isPresent()) {
            return new Read.No(wrong.get());
        }
        Duty duty = around.duties().get(given.duty());
        if (duty == null && !given.duty().isEmpty()) {
            return no("duty", "spending.refused.duty");
        }
        return new Read.Yes(new Said(day, category.code(), fen.getAsLong(), quantity, source, payee,
                payee.named() ? given.payeeName() : "", given.about(), duty == null ? Duty.FUNDS : duty.clause(),
                duty == null ? "" : duty.id(), given.occasion(), Texts.invoice(given.invoice()).orElse("")), category);
    }

    private static Read no(String field, String key, Object... values) {
        return new Read.No(Outcome.no(field, key, values));
    }

    private static int quantity(Category category, String typed) {
        if (category.unit() == Category.Unit.NONE) {
            return 1;
        }
        return typed.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(typed) : 0;
    }

    /** What is wrong with the words of a payment. */
    private static Optional<Outcome> words(NewExpense given, Payee payee) {
        if (given.about().isEmpty() || given.about().length() > Expense.LONGEST) {
            return Optional.of(Outcome.no("about", "spending.refused.about", Expense.LONGEST));
        }
        if (Texts.personal(given.about())) {
            return Optional.of(Outcome.no("about", "spending.refused.personal"));
        }
        boolean named = !given.payeeName().isEmpty();
        if (named && (!payee.named() || Texts.personal(given.payeeName()))) {
            return Optional.of(Outcome.no("payeeName", "spending.refused.person"));
        }
        if (given.payeeName().length() > Expense.LONGEST_PAYEE) {
            return Optional.of(Outcome.no("payeeName", "spending.refused.long", Expense.LONGEST_PAYEE));
        }
        if (Texts.invoice(given.invoice()).isEmpty()) {
            return Optional.of(Outcome.no("invoice", "spending.refused.invoice"));
        }
        return given.reason().length() > Expense.LONGEST_REASON
                ? Optional.of(Outcome.no("reason", "spending.refused.long", Expense.LONGEST_REASON))
                : Optional.empty();
    }

    private Outcome judged(Actor actor, UUID school, Read.Yes read, String reason, List<Received.Stored> stored) {
        Said said = read.said();
        Category category = read.category();
        Long ceiling = category.ceiling();
        if (ceiling != null && Ceilings.aboveRate(category, said.fen(), said.quantity())) {
            return Outcome.no("amount", "spending.refused.rate", category.name(), ceiling, said.quantity(),
                    Ceilings.most(ceiling, said.quantity()));
        }
        long grantLeft = funds.granted(school, around.today().getYear()).left();
        if (said.source() == Source.GRANT && said.fen() > grantLeft) {
            return Outcome.no("source", "spending.refused.grant", grantLeft);
        }
        Optional<Expense> twice = store.ofInvoice(said.invoice());
        if (twice.isPresent()) {
            return twice(school, twice.get());
        }
        Ceilings.Standing standing = standing(school, said);
        Over over = Ceilings.over(category, said.fen(), standing);
        if (over.any() && reason.isEmpty()) {
            return over.budget()
                    ? Outcome.no("reason", "spending.refused.over.budget", category.name(), standing.budgeted(),
                            standing.spent() + said.fen() - standing.budgeted())
                    : Outcome.no("reason", "spending.refused.over.share", category.name(),
                            String.valueOf(category.share()), standing.whole());
        }
        return write(actor, new Expense(around.ids().next(), school, said.day().getYear(), said, over,
                over.any() ? reason : "", null, State.WAITING, false, stored.size(), around.by(actor), null), stored);
    }

    private Ceilings.Standing standing(UUID school, Said said) {
        int year = said.day().getYear();
        long spent = funds.totals(List.of(school), year).stream()
                .filter(each -> each.category().equals(said.category()))
                .mapToLong(each -> each.approved() + each.waiting()).sum();
        SchoolBudget budget = funds.budgets(List.of(school), year).get(school);
        return budget == null
                ? new Ceilings.Standing(spent, 0, 0)
                : new Ceilings.Standing(spent, budget.fen(said.category()), budget.whole());
    }

    /** Another school learns where an invoice stands, and nothing else of it. */
    private Outcome twice(UUID school, Expense first) {
        return first.school().equals(school)
                ? Outcome.no("invoice", "spending.refused.twice.own", first.said().day().toString(),
                        first.said().about())
                : Outcome.no("invoice", "spending.refused.twice", around.school(first.school()).name(),
                        first.by().on().toString());
    }

    private Outcome write(Actor actor, Expense expense, List<Received.Stored> stored) {
        if (store.add(List.of(expense)) == 0) {
            // Somebody at another school was a moment faster with the same invoice.
            return store.ofInvoice(expense.said().invoice()).map(first -> twice(expense.school(), first))
                    .orElseGet(() -> Outcome.no("", "spending.refused.order"));
        }
        funds.move(List.of(Moves.entered(expense)));
        Optional<Outcome> unkept = receipts.attach(actor, expense.id(), expense.school(), stored);
        if (unkept.isPresent()) {
            return unkept.get();
        }
        around.journal().write(actor, expense.reversal() ? "ExpenseReversalEntered" : "ExpenseEntered", KIND,
                expense.id(), told(expense));
        return new Outcome.Done(expense.id());
    }

    private static Map<String, Object> told(Expense expense) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("school", expense.school().toString());
        told.put("day", expense.said().day().toString());
        told.put("category", expense.said().category());
        told.put("fen", expense.said().fen());
        told.put("source", expense.said().source().name());
        told.put("about", expense.said().about());
        if (!expense.reason().isEmpty()) {
            told.put("reason", expense.reason());
        }
        return told;
    }

    /** A second person approves what waits. */
    public Outcome approve(Actor actor, UUID id) {
        Expense expense = decidable(actor, id);
        Optional<Outcome> refused = refused(actor, expense);
        if (refused.isPresent()) {
            return refused.get();
        }
        store.decide(id, State.APPROVED, new Decided(around.by(actor), ""));
        UUID original = expense.reverses();
        if (original == null) {
            funds.move(List.of(Moves.approved(expense)));
        } else {
            takenBack(expense, store.find(original).orElseThrow());
        }
        around.journal().write(actor, "ExpenseApproved", KIND, id, Map.of("fen", expense.said().fen()));
        return new Outcome.Done(id);
    }

    /** A payment is gone when all of it is taken back, in one or in parts. */
    private void takenBack(Expense reversal, Expense original) {
        funds.move(List.of(Moves.takenBack(reversal)));
        List<Expense> approved = store.reversalsOf(original.id()).stream()
                .filter(each -> each.state() == State.APPROVED).toList();
        if (original.left(approved) == 0) {
            store.markReversed(original.id());
            funds.move(List.of(Moves.gone(original)));
        }
    }

    /** A second person gives it back with a word; whoever entered it enters another. */
    public Outcome giveBack(Actor actor, UUID id, String words) {
        Expense expense = decidable(actor, id);
        Optional<Outcome> refused = refused(actor, expense);
        if (refused.isPresent()) {
            return refused.get();
        }
        if (words.isEmpty() || words.length() > Expense.LONGEST_REASON) {
            return Outcome.no("words", "spending.refused.words", Expense.LONGEST_REASON);
        }
        store.decide(id, State.RETURNED, new Decided(around.by(actor), words));
        funds.move(List.of(Moves.dropped(expense)));
        around.journal().write(actor, "ExpenseReturned", KIND, id, Map.of("words", words));
        return new Outcome.Done(id);
    }

    private Expense locked(UUID id) {
        Expense seen = store.find(id).orElseThrow(() -> new Absent(KIND, id));
        store.lockSchool(seen.school());
        return store.find(id).orElseThrow(() -> new Absent(KIND, id));
    }

    private Expense decidable(Actor actor, UUID id) {
        Expense expense = locked(id);
        if (!new Reach(actor).approves(expense.school())) {
            throw new Absent(KIND, id);
        }
        return expense;
    }

    private static Optional<Outcome> refused(Actor actor, Expense expense) {
        if (expense.state() != State.WAITING) {
            return Optional.of(Outcome.no("", "spending.refused.order"));
        }
        return actor.actsFor(expense.by().account())
                ? Optional.of(Outcome.no("", "spending.refused.own"))
                : Optional.empty();
    }

    private Expense enterable(Actor actor, UUID id) {
        Expense expense = locked(id);
        if (!new Reach(actor).enters(expense.school())) {
            throw new Absent(KIND, id);
        }
        return expense;
    }

    /** The office takes back what nobody has decided yet. */
    public Outcome withdraw(Actor actor, UUID id) {
        Expense expense = enterable(actor, id);
        if (expense.state() != State.WAITING) {
            return Outcome.no("", "spending.refused.order");
        }
        store.withdraw(id);
        funds.move(List.of(Moves.dropped(expense)));
        around.journal().write(actor, "ExpenseWithdrawn", KIND, id, Map.of());
        return new Outcome.Done(id);
    }

    /**
     * Enters one that takes an approved payment back, or a part of it; it waits for a second person like any other.
     *
     * @param amount yuan as somebody writes them; empty for all that is left
     */
    public Outcome reverse(Actor actor, UUID id, String amount, String words) {
        Expense expense = enterable(actor, id);
        long left = expense.stands() ? expense.left(store.reversalsOf(id)) : 0;
        if (left == 0) {
            return Outcome.no("", "spending.refused.order");
        }
        OptionalLong part = amount.isEmpty() ? OptionalLong.of(left) : Yuan.fen(amount);
        if (part.isEmpty()) {
            return Outcome.no("amount", "spending.refused.amount");
        }
        if (part.getAsLong() > left) {
            return Outcome.no("amount", "spending.refused.left", left);
        }
        if (words.isEmpty() || words.length() > Expense.LONGEST || Texts.personal(words)) {
            return Outcome.no("words", "spending.refused.words", Expense.LONGEST);
        }
        LocalDate today = around.today();
        return write(actor, new Expense(around.ids().next(), expense.school(), today.getYear(),
                expense.said().backOn(today, part.getAsLong(), words), Over.NOTHING, "", id, State.WAITING, false, 0,
                around.by(actor),
                null), List.of());
    }

    /** Receipts that come later. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public Outcome attach(Actor actor, UUID id, List<Upload> uploads) {
        return receipts.with(uploads, stored -> attachWith(actor, id, stored));
    }

    private Outcome attachWith(Actor actor, UUID id, List<Received.Stored> stored) {
        Expense expense = enterable(actor, id);
        if (stored.isEmpty()) {
            return Outcome.no("files", "spending.refused.nothing");
        }
        if ((expense.state() != State.WAITING && !expense.stands()) || receipts.full(expense, stored.size())) {
            return Outcome.no("files", "spending.refused.order");
        }
        Optional<Outcome> unkept = receipts.attach(actor, id, expense.school(), stored);
        if (unkept.isPresent()) {
            return unkept.get();
        }
        store.addReceipts(id, stored.size());
        if (expense.stands()) {
            funds.move(List.of(Moves.receipted(expense)));
        }
        around.journal().write(actor, "ExpenseReceiptAdded", KIND, id,
                Map.of("sha256", stored.stream().map(Received.Stored::sha256).toList()));
        return new Outcome.Done(id);
    }
}
