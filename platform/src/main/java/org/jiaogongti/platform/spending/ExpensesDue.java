package org.jiaogongti.platform.spending;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.Holders;
import org.jiaogongti.platform.access.Posting;
import org.jiaogongti.platform.access.Role;
import org.jiaogongti.platform.reminder.Due;
import org.jiaogongti.platform.school.School;
import org.jiaogongti.platform.shell.Language;
import org.jiaogongti.platform.shell.MessageBook;
import org.jiaogongti.platform.shell.Messages;
import org.jiaogongti.platform.spending.Expense.State;
import org.jiaogongti.platform.spending.model.Reach;
import org.jiaogongti.platform.spending.model.Yuan;
import org.jiaogongti.platform.spending.store.ExpenseStore;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Payments and reversals that wait for a second person: the school's heads are told, but nobody of what they entered
 * themselves; where there is no other one, or nobody decides, the bureau's clerks are.
 */
@Component
@Transactional(readOnly = true)
class ExpensesDue implements Due.Source {

    /** No rule says how long: money that was paid is looked at within a week. */
    private static final int DAYS = 7;
    /** After that it is the bureau's page that shows it. */
    private static final int STILL_DAYS = 60;
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final ExpenseStore store;
    private final Holders holders;
    private final SpendingGround around;
    private final MessageBook book;

    ExpensesDue(ExpenseStore store, Holders holders, SpendingGround around, MessageBook book) {
        this.store = store;
        this.holders = holders;
        this.around = around;
        this.book = book;
    }

    @Override
    public String kind() {
        return ExpenseChanges.KIND;
    }

    @Override
    public List<Due.Sort> sorts() {
        return List.of(sort(book.in(Language.ZH)));
    }

    private static Due.Sort sort(Messages m) {
        return new Due.Sort("spending-expense", m.t("spending.due"));
    }

    @Override
    public List<Due> open(LocalDate today, LocalDate until) {
        return due(store.waitingSince(today.minusDays(STILL_DAYS), until.minusDays(DAYS)));
    }

    @Override
    public List<Due> open(LocalDate today, Collection<String> ids) {
        List<UUID> known = ids.stream().filter(id -> ID.matcher(id).matches()).map(UUID::fromString).toList();
        return known.isEmpty()
                ? List.of()
                : due(store.all(known).stream().filter(each -> each.state() == State.WAITING).toList());
    }

    @Override
    public boolean mayPress(Actor actor, String id) {
        return ID.matcher(id).matches() && store.find(UUID.fromString(id))
                .filter(each -> new Reach(actor).reads(each.school())).isPresent();
    }

    private List<Due> due(List<Expense> waiting) {
        if (waiting.isEmpty()) {
            return List.of();
        }
        Map<UUID, String> names = around.schools().all().stream().collect(Collectors.toMap(School::id, School::name));
        Map<UUID, Posting> heads = waiting.stream().map(Expense::school).distinct()
                .collect(Collectors.toMap(Function.identity(), school -> Posting.atSchool(Role.PRINCIPAL, school)));
        Map<Posting, Set<UUID>> held = holders.of(heads.values());
        Messages m = book.in(Language.ZH);
        return waiting.stream().map(each -> {
            Set<UUID> others = new HashSet<>(
                    held.getOrDefault(Posting.atSchool(Role.PRINCIPAL, each.school()), Set.of()));
            others.remove(each.by().account());
            return new Due(new Due.Matter(kind(), each.id().toString()), sort(m),
                    m.t(each.reversal() ? "spending.due.reversal" : "spending.due.expense",
                            names.getOrDefault(each.school(), ""), each.said().about(),
                            Yuan.text(each.said().fen())),
                    "/spending/expenses/" + each.id(), each.by().on().plusDays(DAYS),
                    List.of(new Due.Party(each.school(), Set.of(), others),
                            Due.Party.of(Posting.inDistrict(Role.BUREAU_CLERK))));
        }).toList();
    }
}
