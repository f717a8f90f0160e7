package org.jiaogongti.platform.spending;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.appraisal.PaymentLists;
import org.jiaogongti.platform.appraisal.PaymentLists.Head;
import org.jiaogongti.platform.appraisal.PaymentLists.PaymentList;
import org.jiaogongti.platform.shell.Absent;
import org.jiaogongti.platform.spending.store.FundStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 拨付: the bureau notes that a decided year's payment list was paid. What is paid is the list's, to the fen; after a correction
 * it is what differs. Nothing is typed but day and document.
 */
@Service
@Transactional
public class Payouts {

    private final FundStore store;
    private final PaymentLists lists;
    private final SpendingGround around;

    Payouts(FundStore store, PaymentLists lists, SpendingGround around) {
        this.store = store;
        this.lists = lists;
        this.around = around;
    }

    /**
     * A payment list, or what a correction changed of it, that nobody has noted as paid.
     *
     * @param lines fen by school in the list's order; schools with nothing to be paid are left out
     * @param correction whether something of the year was paid before
     */
    public record Open(Head head, Map<UUID, Long> lines, boolean correction) {

        public long whole() {
            return lines.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /** What is still to be paid and what was paid; what each school was paid stands on the page of all schools. */
    public record Shown(List<Open> open, List<Paid> paid, Map<UUID, String> names, LocalDate today) {}

    @Transactional(readOnly = true)
    public Shown show() {
        List<Paid> paid = store.paid();
        List<Open> open = new ArrayList<>();
        unpaid(lists.decided(), paid.stream().map(Paid::key).collect(Collectors.toSet()))
                .forEach(head -> lists.of(head.year()).ifPresent(list -> open.add(open(list))));
        Map<UUID, String> names = new HashMap<>();
        if (!open.isEmpty()) {
            around.schools().all().forEach(each -> names.put(each.id(), each.name()));
        }
        return new Shown(open, paid, names, around.today());
    }

    /** What was paid out for an appraised year, by school: one select. */
    @Transactional(readOnly = true)
    public Map<UUID, Long> paidOut(String year) {
        return store.paidOut(year);
    }

    /** Years whose last result nobody has noted as paid; for a hint elsewhere nothing is computed. */
    static List<Head> unpaid(List<Head> decided, Set<Paid.Key> paid) {
        return decided.stream().filter(head -> !paid.contains(new Paid.Key(head.year(), head.version()))).toList();
    }

    private Open open(PaymentList list) {
        Map<UUID, Long> before = store.paidFor(list.head().year());
        Map<UUID, Long> lines = new LinkedHashMap<>();
        list.lines().forEach(line -> lines.put(line.school(), line.fen() - before.getOrDefault(line.school(), 0L)));
        before.forEach((school, fen) -> lines.putIfAbsent(school, -fen));
        lines.values().removeIf(fen -> fen == 0);
        return new Open(list.head(), lines, !before.isEmpty());
    }

    /**
     * Notes that a year's list was paid on a day.
     *
     * @param version the one that was looked at: another one in the meantime is refused
     */
    public Outcome pay(Actor actor, String year, int version, @Nullable LocalDate day, String document) {
        PaymentList list = lists.of(year).orElseThrow(() -> new Absent("appraised year", year));
        if (list.head().version() != version || unpaid(List.of(list.head()), store.paidKeys()).isEmpty()) {
            return Outcome.no("", "spending.payout.refused.version");
        }
        if (day == null || day.isAfter(around.today()) || day.isBefore(list.head().decided())) {
            return Outcome.no("day", "spending.payout.refused.day", list.head().decided().toString());
        }
        if (document.isEmpty() || document.length() > Category.LONGEST_DOCUMENT) {
            return Outcome.no("document", "spending.refused.document", Category.LONGEST_DOCUMENT);
        }
        Payout payout = new Payout(around.ids().next(), year, version, day, document, around.by(actor),
                open(list).lines());
        if (!store.add(payout)) {
            return Outcome.no("", "spending.payout.refused.version");
        }
        around.journal().write(actor, "GrantPaidOut", "payout", payout.id(),
                Map.of("year", year, "version", version, "day", day.toString(), "document", document, "fen",
                        payout.whole()));
        return new Outcome.Done(payout.id());
    }
}
