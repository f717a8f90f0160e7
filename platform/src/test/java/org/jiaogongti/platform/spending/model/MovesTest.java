package org.jiaogongti.platform.spending.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.jiaogongti.platform.spending.By;
import org.jiaogongti.platform.spending.Expense;
import org.jiaogongti.platform.spending.Expense.Decided;
import org.jiaogongti.platform.spending.Expense.Over;
import org.jiaogongti.platform.spending.Expense.Payee;
import org.jiaogongti.platform.spending.Expense.Said;
import org.jiaogongti.platform.spending.Expense.Source;
import org.jiaogongti.platform.spending.Expense.State;
import org.jiaogongti.platform.spending.Total;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the sums were moved to, step by step, is what one gets who counts the payments. */
final class MovesTest {

    private static final By CLERK = new By(new UUID(0, 1), "示例教务05", LocalDate.of(2024, 11, 1));
    private static final By HEAD = new By(new UUID(0, 2), "示例校长18", LocalDate.of(2024, 11, 2));

    private final Random random = new Random(5252);
    private final Map<UUID, Expense> all = new HashMap<>();
    private final Map<List<Object>, long[]> moved = new HashMap<>();

    @Test
    void aThousandStepsOfSchoolsComeToWhatTheirPaymentsDo() {
        for (int step = 0; step < 1000; step++) {
            step(step);
            if (step % 50 == 49) {
                assertThat(plain(moved)).isEqualTo(plain(counted()));
            }
        }
        assertThat(all.values().stream().filter(Expense::reversed)).as("the walk has taken some back").isNotEmpty();
        assertThat(
                all.values().stream().filter(each -> each.stands() && each.left(reversals(each)) < each.said().fen()))
                .as("and some in part").isNotEmpty();
        Map<List<Object>, long[]> atOnce = new HashMap<>();
        add(atOnce, Moves.of(all.values()));
        assertThat(plain(atOnce)).as("taken over all at once").isEqualTo(plain(counted()));
    }

    private void step(int step) {
        List<Expense> known = new ArrayList<>(all.values());
        known.sort((a, b) -> a.id().compareTo(b.id()));
        Expense one = known.isEmpty() ? null : known.get(random.nextInt(known.size()));
        long left = one == null ? 0 : one.left(reversals(one));
        if (one == null || random.nextInt(3) == 0) {
            enter(expense(new UUID(9, step), null, 1 + random.nextInt(90_000), random.nextInt(2)));
        } else if (one.state() == State.WAITING && random.nextInt(4) == 0) {
            add(moved, List.of(Moves.dropped(one)));
            put(one, random.nextBoolean() ? State.WITHDRAWN : State.RETURNED, false, one.receipts());
        } else if (one.state() == State.WAITING) {
            approve(one);
        } else if (one.stands() && left > 0 && random.nextInt(2) == 0) {
            long part = random.nextBoolean() ? left : 1 + random.nextLong(left);
            enter(new Expense(new UUID(9, step), one.school(), 2024, said(one, -part), Over.NOTHING, "",
                    one.id(), State.WAITING, false, 0, CLERK, null));
        } else if (one.stands()) {
            add(moved, List.of(Moves.receipted(one)));
            put(one, one.state(), false, one.receipts() + 1);
        }
    }

    private static Said said(Expense like, long fen) {
        Said said = like.said();
        return new Said(said.day(), said.category(), fen, 1, said.source(), said.payee(), "", "冲", said.clause(), "",
                null, "");
    }

    private Expense expense(UUID id, @Nullable UUID reverses, long fen, int receipts) {
        return new Expense(id, new UUID(3, random.nextInt(2)), 2024,
                new Said(LocalDate.of(2024, 11, 1), random.nextBoolean() ? "meal" : "travel", fen, 1,
                        random.nextBoolean() ? Source.OWN : Source.GRANT, Payee.COMPANY, "", "事",
                        random.nextBoolean() ? "五(三)4" : "三(三)5", "", null,
                        ""),
                new Over(random.nextInt(4) == 0, false), "因", reverses, State.WAITING, false, receipts, CLERK, null);
    }

    private void enter(Expense expense) {
        all.put(expense.id(), expense);
        add(moved, List.of(Moves.entered(expense)));
    }

    private void approve(Expense one) {
        UUID original = one.reverses();
        if (original == null) {
            add(moved, List.of(Moves.approved(one)));
        } else {
            Expense taken = Objects.requireNonNull(all.get(original));
            add(moved, List.of(Moves.takenBack(one)));
            long gone = reversals(taken).stream().filter(each -> each.state() == State.APPROVED || each.equals(one))
                    .mapToLong(each -> each.said().fen()).sum();
            if (taken.said().fen() + gone == 0) {
                add(moved, List.of(Moves.gone(taken)));
                put(taken, State.APPROVED, true, taken.receipts());
            }
        }
        put(one, State.APPROVED, false, one.receipts());
    }

    private List<Expense> reversals(Expense of) {
        return all.values().stream().filter(each -> of.id().equals(each.reverses())).toList();
    }

    private void put(Expense one, State state, boolean reversed, int receipts) {
        all.put(one.id(), new Expense(one.id(), one.school(), one.year(), one.said(), one.over(), one.reason(),
                one.reverses(), state, reversed, receipts, one.by(),
                state == State.APPROVED || state == State.RETURNED ? new Decided(HEAD, "") : null));
    }

    private static void add(Map<List<Object>, long[]> sums, Collection<Total> moves) {
        for (Total move : moves) {
            add(sums, List.of(move.school(), move.category(), move.source(), move.clause()), move.approved(),
                    move.waiting(), move.entries(),
                    move.reversals(), move.bare(), move.reasoned(), move.queued());
        }
    }

    private static void add(Map<List<Object>, long[]> sums, List<Object> key, long... more) {
        long[] sum = sums.computeIfAbsent(key, _ -> new long[more.length]);
        for (int at = 0; at < more.length; at++) {
            sum[at] += more[at];
        }
    }

    /** From the payments alone, by what each figure means and not by how it is moved. */
    private Map<List<Object>, long[]> counted() {
        Map<List<Object>, long[]> sums = new HashMap<>();
        for (Expense each : all.values()) {
            boolean approved = each.state() == State.APPROVED;
            boolean waits = each.state() == State.WAITING;
            boolean payment = each.reverses() == null;
            boolean stands = approved && payment && !each.reversed();
            add(sums, List.of(each.school(), each.said().category(), each.said().source(), each.said().clause()),
                    approved ? each.said().fen() : 0,
                    waits && payment ? each.said().fen() : 0, approved && payment ? 1 : 0,
                    approved && !payment ? 1 : 0, stands && each.receipts() == 0 ? 1 : 0,
                    stands && each.over().any() ? 1 : 0, waits ? 1 : 0);
        }
        return sums;
    }

    private static Map<List<Object>, List<Long>> plain(Map<List<Object>, long[]> sums) {
        Map<List<Object>, List<Long>> plain = new HashMap<>();
        sums.forEach((key, sum) -> plain.put(key, java.util.Arrays.stream(sum).boxed().toList()));
        return plain;
    }
}
