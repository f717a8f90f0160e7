package org.jiaogongti.platform.spending.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jiaogongti.platform.spending.Expense;
import org.jiaogongti.platform.spending.Expense.State;
import org.jiaogongti.platform.spending.Total;

/** What the sums of a school move by when something becomes of a payment: always few rows, however much was spent. */
public final class Moves {

    private Moves() {}

    /** It was entered and waits. */
    public static Total entered(Expense expense) {
        return total(expense, new Amounts(0, expense.reversal() ? 0 : expense.said().fen()), new Counts(0, 0, 0, 0, 1));
    }

    /** It was withdrawn or returned. */
    public static Total dropped(Expense expense) {
        return total(expense, new Amounts(0, expense.reversal() ? 0 : -expense.said().fen()),
                new Counts(0, 0, 0, 0, -1));
    }

    /** A payment was approved. */
    public static Total approved(Expense expense) {
        return total(expense, new Amounts(expense.said().fen(), -expense.said().fen()),
                new Counts(1, 0, bare(expense), reasoned(expense), -1));
    }

    /** One that takes another back was approved. */
    public static List<Total> reversed(Expense reversal, Expense original) {
        return List.of(total(reversal, new Amounts(reversal.said().fen(), 0), new Counts(0, 1, 0, 0, -1)),
                total(original, new Amounts(0, 0), new Counts(0, 0, -bare(original), -reasoned(original), 0)));
    }

    /** A payment that stood without a receipt has one. */
    public static Total receipted(Expense expense) {
        return total(expense, new Amounts(0, 0), new Counts(0, 0, -bare(expense), 0, 0));
    }

    private static int bare(Expense expense) {
        return expense.receipts() == 0 ? 1 : 0;
    }

    private static int reasoned(Expense expense) {
        return expense.over().any() ? 1 : 0;
    }

    /** What some payments come to, reckoned from all of them: for what is taken over, and against what was moved bit by bit. */
    public static List<Total> of(Collection<Expense> all) {
        Map<UUID, Expense> byId = all.stream().collect(Collectors.toMap(Expense::id, Function.identity()));
        List<Total> moves = new ArrayList<>();
        for (Expense each : all) {
            boolean waits = each.state() == State.WAITING;
            moves.add(entered(each));
            UUID original = each.reverses();
            if (each.state() == State.APPROVED && original == null) {
                moves.add(approved(each));
            } else if (each.state() == State.APPROVED) {
                moves.addAll(reversed(each, byId.getOrDefault(original, each)));
            } else if (!waits) {
                moves.add(dropped(each));
            }
        }
        return moves;
    }

    private record Amounts(long approved, long waiting) {}

    private record Counts(int entries, int reversals, int bare, int reasoned, int queued) {}

    private static Total total(Expense expense, Amounts amounts, Counts counts) {
        return new Total(expense.school(), expense.year(), expense.said().category(), expense.said().source(),
                expense.said().clause(), amounts.approved(), amounts.waiting(), counts.entries(), counts.reversals(),
                counts.bare(),
                counts.reasoned(), counts.queued());
    }
}
