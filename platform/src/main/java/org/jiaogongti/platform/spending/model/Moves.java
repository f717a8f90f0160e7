package org.jiaogongti.platform.spending.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
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

    /** One that takes another back, or a part of it, was approved. */
    public static Total takenBack(Expense reversal) {
        return total(reversal, new Amounts(reversal.said().fen(), 0), new Counts(0, 1, 0, 0, -1));
    }

    /** All of a payment is taken back: nobody asks for its receipt or its reason any more. */
    public static Total gone(Expense original) {
        return total(original, new Amounts(0, 0), new Counts(0, 0, -bare(original), -reasoned(original), 0));
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
        List<Total> moves = new ArrayList<>();
        for (Expense each : all) {
            boolean waits = each.state() == State.WAITING;
            moves.add(entered(each));
            if (each.state() == State.APPROVED) {
                moves.add(each.reversal() ? takenBack(each) : approved(each));
            } else if (!waits) {
                moves.add(dropped(each));
            }
            if (each.reversed()) {
                moves.add(gone(each));
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
