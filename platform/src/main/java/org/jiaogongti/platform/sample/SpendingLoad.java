package org.jiaogongti.platform.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jiaogongti.charter.Rank;
import org.jiaogongti.platform.appraisal.PaymentLists;
import org.jiaogongti.platform.evidence.EvidenceHistory;
import org.jiaogongti.platform.evidence.EvidenceHistory.Placed;
import org.jiaogongti.platform.evidence.Received.Stored;
import org.jiaogongti.platform.obligation.InForce;
import org.jiaogongti.platform.obligation.Progresses;
import org.jiaogongti.platform.sample.SpendingScript.Entry;
import org.jiaogongti.platform.sample.SpendingScript.Fate;
import org.jiaogongti.platform.spending.By;
import org.jiaogongti.platform.spending.Category;
import org.jiaogongti.platform.spending.Duty;
import org.jiaogongti.platform.spending.Expense;
import org.jiaogongti.platform.spending.Expense.Decided;
import org.jiaogongti.platform.spending.Expense.Over;
import org.jiaogongti.platform.spending.Expense.Said;
import org.jiaogongti.platform.spending.Expense.State;
import org.jiaogongti.platform.spending.Payout;
import org.jiaogongti.platform.spending.SchoolBudget;
import org.jiaogongti.platform.spending.SpendingHistory;
import org.jiaogongti.platform.spending.SpendingHistory.Past;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Funds of some schools: within the budget, over it with a reason, without a budget, waiting for a second person, returned,
 * withdrawn, taken back and entered anew, without a receipt; the other schools have entered nothing. All figures are invented.
 */
@Component
final class SpendingLoad {

    private static final LocalDate FIRST_PAID = LocalDate.of(2023, 11, 20);
    private static final LocalDate THEN_PAID = LocalDate.of(2024, 3, 12);

    private final SpendingHistory history;
    private final PaymentLists lists;
    private final Progresses progresses;
    private final EvidenceHistory evidence;

    SpendingLoad(SpendingHistory history, PaymentLists lists, Progresses progresses, EvidenceHistory evidence) {
        this.history = history;
        this.lists = lists;
        this.progresses = progresses;
        this.evidence = evidence;
    }

    void load(SampleWorld world, SampleKeys keys, List<Stored> pictures) {
        Map<String, String> clauses = new HashMap<>();
        progresses.inForce().map(InForce::charter).ifPresent(charter -> charter.obligations()
                .forEach(each -> clauses.put(each.id(), each.head().quote().clause())));
        Told told = new Told(world, keys, pictures, clauses, SpendingScript.budgets());
        for (Entry entry : SpendingScript.entries()) {
            told.enter(entry);
        }
        history.takeOver(new Past(told.categories(), told.allBudgets(), payouts(told), told.expenses));
        evidence.takeOver(told.receipts);
    }

    /** The grants of the years that are decided by then. */
    private List<Payout> payouts(Told told) {
        return Stream.of(payout(told, "2022-2023", FIRST_PAID, "示例奉教财〔2023〕12 号"),
                payout(told, "2023", THEN_PAID, "示例奉教财〔2024〕6 号")).flatMap(Optional::stream).toList();
    }

    private Optional<Payout> payout(Told told, String year, LocalDate on, String document) {
        return told.known(on)
                ? lists.of(year).map(list -> {
                    Map<UUID, Long> lines = new LinkedHashMap<>();
                    list.lines().forEach(line -> lines.put(line.school(), line.fen()));
                    return new Payout(SampleIds.of(on, "payout " + year), year, list.head().version(), on, document,
                            told.by("示例职员01", on), lines);
                })
                : Optional.empty();
    }

    /** What has been told so far. */
    private static final class Told {

        private final SampleWorld world;
        private final SampleKeys keys;
        private final List<Stored> pictures;
        private final Map<String, String> clauses;
        private final List<SpendingScript.Budget> budgets;
        private final List<Expense> expenses = new ArrayList<>();
        private final List<Placed> receipts = new ArrayList<>();

        Told(SampleWorld world, SampleKeys keys, List<Stored> pictures, Map<String, String> clauses,
                List<SpendingScript.Budget> budgets) {
            this.world = world;
            this.keys = keys;
            this.pictures = pictures;
            this.clauses = clauses;
            this.budgets = budgets.stream().filter(each -> known(world, each.on())).toList();
        }

        private static boolean known(SampleWorld world, LocalDate day) {
            return !day.isAfter(world.date());
        }

        boolean known(LocalDate day) {
            return known(world, day);
        }

        By by(String name, LocalDate on) {
            return new By(keys.accountOf(name), name, on);
        }

        List<Category> categories() {
            By by = by("示例管理员01", LocalDate.of(2022, 12, 20));
            return SpendingScript.categories().stream().filter(each -> known(each.on()))
                    .map(each -> new Category(SampleIds.of(each.on(), "category " + each.code() + each.from()),
                            each.code(), each.name(), each.position(), each.unit(), each.ceiling(), each.share(),
                            each.from(), false, each.document(), new By(by.account(), by.name(), each.on())))
                    .toList();
        }

        List<SchoolBudget> allBudgets() {
            return budgets.stream().map(each -> new SchoolBudget(
                    SampleIds.of(each.on(), "school budget " + each.school() + each.year()), keys.of(each.school()),
                    each.year(), each.document(), each.lines(), by(clerk(each.school()), each.on()))).toList();
        }

        private String clerk(String school) {
            return world.people().stream().filter(person -> person.posts().stream().anyMatch(
                    post -> post.kind() == SampleWorld.PostKind.SCHOOL_CLERK && school.equals(post.school())))
                    .map(SampleWorld.Person::name).findFirst().orElseThrow();
        }

        private String principal(String school) {
            return world.people().stream()
                    .filter(person -> school.equals(person.school()) && person.rank() == Rank.PRINCIPAL)
                    .map(SampleWorld.Person::name).findFirst().orElseThrow();
        }

        void enter(Entry entry) {
            if (!known(entry.day())) {
                return;
            }
            By by = by(clerk(entry.school()), entry.day());
            LocalDate decidedOn = entry.day().plusDays(2);
            boolean decided = known(decidedOn) && entry.fate() != Fate.WAITS && entry.fate() != Fate.WITHDRAWN;
            State state = entry.fate() == Fate.WITHDRAWN
                    ? State.WITHDRAWN
                    : !decided ? State.WAITING : entry.fate() == Fate.RETURNED ? State.RETURNED : State.APPROVED;
            Over over = SpendingScript.over(entry, budgets, expenses, keys.of(entry.school()));
            Said said = said(entry);
            UUID id = SampleIds.of(entry.day(), "expense " + entry.school() + entry.about());
            Expense expense = new Expense(id, keys.of(entry.school()), entry.day().getYear(), said, over,
                    over.any() ? entry.reason() : "", null, state, false, entry.receipts(), by,
                    decided ? decided(entry, decidedOn) : null);
            expenses.add(expense);
            for (int number = 0; number < entry.receipts(); number++) {
                receipts.add(receipt(expense, number));
            }
            reverse(entry, expense);
        }

        private Decided decided(Entry entry, LocalDate on) {
            return new Decided(by(principal(entry.school()), on),
                    entry.fate() == Fate.RETURNED ? "金额和发票不一致，请核对后重新记。" : "");
        }

        private Said said(Entry entry) {
            return new Said(entry.day(), entry.category(), entry.fen(), entry.quantity(), entry.source(),
                    entry.payee(), entry.payeeName(), entry.about(), clauses.getOrDefault(entry.duty(), Duty.FUNDS),
                    clauses.containsKey(entry.duty()) ? entry.duty() : "", occasion(entry), entry.invoice());
        }

        /** Something held at the school or led by it on the day, or a little before. */
        private @Nullable UUID occasion(Entry entry) {
            return entry.forOccasion()
                    ? world.occasions().stream().filter(each -> each.isFact() && each.recorded() != null
                            && (each.host().equals(entry.school()) || each.ledBy().equals(entry.school()))
                            && !each.date().isAfter(entry.day()) && each.date().isAfter(entry.day().minusDays(30)))
                            .map(SampleOccasion::id).findFirst().orElse(null)
                    : null;
        }

        private void reverse(Entry entry, Expense expense) {
            LocalDate on = entry.day().plusDays(10);
            boolean taken = entry.fate() == Fate.REVERSED || entry.fate() == Fate.TAKING_BACK;
            if (!taken || expense.state() != State.APPROVED || !known(on)) {
                return;
            }
            boolean done = entry.fate() == Fate.REVERSED && known(on.plusDays(2));
            Said said = expense.said();
            expenses.add(new Expense(SampleIds.of(on, "reversal " + expense.id()), expense.school(), on.getYear(),
                    new Said(on, said.category(), -said.fen(), said.quantity(), said.source(), said.payee(),
                            said.payeeName(), entry.reason(), said.clause(), said.duty(), said.occasion(),
                            said.invoice()),
                    Over.NOTHING, "", expense.id(), done ? State.APPROVED : State.WAITING, false, 0,
                    by(clerk(entry.school()), on),
                    done ? new Decided(by(principal(entry.school()), on.plusDays(2)), "") : null));
            if (done) {
                expenses.replaceAll(each -> each.id().equals(expense.id()) ? reversed(each) : each);
            }
        }

        private static Expense reversed(Expense each) {
            return new Expense(each.id(), each.school(), each.year(), each.said(), each.over(), each.reason(), null,
                    each.state(), true, each.receipts(), each.by(), each.decided());
        }

        private Placed receipt(Expense expense, int number) {
            Stored picture = pictures.get(number % pictures.size());
            return new Placed(SampleIds.of(expense.said().day(), "receipt " + expense.id() + number), expense.id(),
                    expense.school(),
                    new Stored(picture.sha256(), picture.kind(), picture.bytes(), picture.width(), picture.height(),
                            "示例票据%02d.jpg".formatted(number + 1), null),
                    expense.by().account(), expense.by().name(),
                    RecordLoad.instant(expense.said().day().atTime(16, 0)));
        }
    }
}
