package org.jiaogongti.platform.spending;

import java.time.LocalDate;
import java.util.UUID;
import org.jiaogongti.platform.spending.Expense.Payee;
import org.jiaogongti.platform.spending.Expense.Source;
import org.jspecify.annotations.Nullable;

/**
 * A payment as typed.
 *
 * @param category its code
 * @param amount yuan as somebody writes them
 * @param quantity of units, for a category that has some
 * @param duty of the charter, or empty
 * @param reason why budget or share may be gone over, or empty
 */
public record NewExpense(@Nullable LocalDate day, String category, String amount, String quantity,
        @Nullable Source source, @Nullable Payee payee, String payeeName, String about, String duty,
        @Nullable UUID occasion, String invoice, String reason) {}
