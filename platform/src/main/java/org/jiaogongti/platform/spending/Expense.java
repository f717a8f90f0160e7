package org.jiaogongti.platform.spending;

import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One payment of a school, or one that takes another back.
 *
 * @param year the calendar year of its day
 * @param over what it went over when it was entered
 * @param reason why it went over; empty where it did not
 * @param reverses the one that it takes back; null for a payment
 * @param reversed whether another one has taken it back
 * @param receipts how many files there are
 * @param decided who approved or returned it; null before
 */
public record Expense(UUID id, UUID school, int year, Said said, Over over, String reason, @Nullable UUID reverses,
        State state, boolean reversed, int receipts, By by, @Nullable Decided decided) {

    public static final int LONGEST = 120;
    public static final int LONGEST_PAYEE = 60;
    public static final int LONGEST_REASON = 200;

    /** How far it has come. */
    public enum State {
        WAITING, APPROVED, RETURNED, WITHDRAWN
    }

    /** Whose money it is: what the school raised itself (自筹), or what it was paid for its appraisal (以奖代补). */
    public enum Source {
        OWN, GRANT
    }

    /** What kind of payee; persons are neither named nor is anything of theirs kept. */
    public enum Payee {
        COMPANY, INSTITUTION, EXPERT, STAFF;

        public boolean named() {
            return this == COMPANY || this == INSTITUTION;
        }
    }

    /**
     * What it says.
     *
     * @param category its code
     * @param fen below zero for one that takes another back
     * @param quantity how many units, 1 where the category has none
     * @param payeeName of an organisation, or empty
     * @param clause of the notice that it serves
     * @param duty of the charter, or empty where it serves the work as a whole
     * @param invoice digits and capital letters, or empty
     */
    public record Said(LocalDate day, String category, long fen, int quantity, Source source, Payee payee,
            String payeeName, String about, String clause, String duty, @Nullable UUID occasion, String invoice) {

        /** What takes so much of it back. */
        Said backOn(LocalDate on, long part, String why) {
            return new Said(on, category, -part, quantity, source, payee, payeeName, why, clause, duty, occasion,
                    invoice);
        }
    }

    /** What it went over: the category's budget, the category's share of the whole. */
    public record Over(boolean budget, boolean share) {

        public static final Over NOTHING = new Over(false, false);

        public boolean any() {
            return budget || share;
        }
    }

    /** Who approved or returned it. */
    public record Decided(By by, String words) {}

    public boolean reversal() {
        return reverses != null;
    }

    /** The same with so many files. */
    public Expense holding(int files) {
        return new Expense(id, school, year, said, over, reason, reverses, state, reversed, files, by, decided);
    }

    /** What of it is not taken back, and is not meant to be. */
    public long left(Collection<Expense> reversals) {
        return said.fen() + reversals.stream()
                .filter(each -> each.state() == State.WAITING || each.state() == State.APPROVED)
                .mapToLong(each -> each.said().fen()).sum();
    }

    /** Whether it stands as spent: approved, and neither taken back as a whole nor one that takes back. */
    public boolean stands() {
        return state == State.APPROVED && !reversed && !reversal();
    }
}
