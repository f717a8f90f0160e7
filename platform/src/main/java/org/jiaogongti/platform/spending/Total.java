package org.jiaogongti.platform.spending;

import java.util.UUID;
import org.jiaogongti.platform.spending.Expense.Source;

/**
 * What a school's expenses of a year, a category, a source and a clause come to.
 *
 * @param approved fen, with what takes back subtracted
 * @param waiting fen of payments that wait to be approved
 * @param entries approved payments, those taken back among them
 * @param reversals approved ones that take back
 * @param bare payments that stand and have no receipt
 * @param reasoned payments that stand and went over with a reason
 * @param queued what waits to be approved
 */
public record Total(UUID school, int year, String category, Source source, String clause, long approved, long waiting,
        int entries,
        int reversals, int bare, int reasoned, int queued) {}
