package org.jiaogongti.platform.spending.model;

import org.jiaogongti.platform.spending.Category;
import org.jiaogongti.platform.spending.Expense.Over;

/** What a payment may come to: the ceiling for each unit binds, budget and share ask for a reason. */
public final class Ceilings {

    private static final int HUNDRED = 100;

    private Ceilings() {}

    /**
     * What a school has of a category in the year of a payment, without that payment.
     *
     * @param spent approved and waiting
     * @param budgeted for the category
     * @param whole budget of the year
     */
    public record Standing(long spent, long budgeted, long whole) {}

    /** Whether so much for so many units is above the category's ceiling. */
    public static boolean aboveRate(Category category, long fen, int quantity) {
        Long ceiling = category.ceiling();
        return ceiling != null && fen > most(ceiling, quantity);
    }

    /** What so many units may come to. */
    public static long most(long ceiling, int quantity) {
        return Math.multiplyExact(ceiling, quantity);
    }

    /** What a payment takes the category over. */
    public static Over over(Category category, long fen, Standing standing) {
        long after = Math.addExact(standing.spent(), fen);
        return new Over(after > standing.budgeted(), overShare(category, after, standing.whole()));
    }

    /** Whether what was spent is more than the category's share of the whole budget; exactly the share is not more. */
    public static boolean overShare(Category category, long spent, long whole) {
        Integer share = category.share();
        return share != null
                && Math.multiplyExact(spent, HUNDRED) > Math.multiplyExact(whole, share.longValue());
    }
}
