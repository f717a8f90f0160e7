package org.jiaogongti.platform.spending.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jiaogongti.platform.obligation.ClauseAddress;
import org.jiaogongti.platform.spending.Category;
import org.jiaogongti.platform.spending.CategoryLine;
import org.jiaogongti.platform.spending.Expense.Source;
import org.jiaogongti.platform.spending.Figures;
import org.jiaogongti.platform.spending.SchoolBudget;
import org.jiaogongti.platform.spending.Share;
import org.jiaogongti.platform.spending.Total;
import org.jspecify.annotations.Nullable;

/** A school's year from its sums and its budget. */
public final class Reckoned {

    private Reckoned() {}

    /**
     * A line for each category that is in force, budgeted or spent on, in the order of their names.
     *
     * @param names all categories by code, in order
     * @param inForce by code
     */
    public static Map<String, CategoryLine> lines(Map<String, String> names, Map<String, Category> inForce,
            @Nullable SchoolBudget budget, Collection<Total> totals) {
        Map<String, CategoryLine> lines = new LinkedHashMap<>();
        names.forEach((code, name) -> {
            long planned = budget == null ? 0 : budget.fen(code);
            long own = sum(totals, code, Source.OWN);
            long grant = sum(totals, code, Source.GRANT);
            long waiting = totals.stream().filter(each -> each.category().equals(code)).mapToLong(Total::waiting).sum();
            Category category = inForce.get(code);
            if (category != null || planned != 0 || own != 0 || grant != 0 || waiting != 0) {
                boolean share = category != null
                        && Ceilings.overShare(category, own + grant, budget == null ? 0 : budget.whole());
                lines.put(code, new CategoryLine(code, name, category, planned, own, grant, waiting,
                        own + grant > planned, share));
            }
        });
        return lines;
    }

    private static long sum(Collection<Total> totals, String code, Source source) {
        return totals.stream().filter(each -> each.category().equals(code) && each.source() == source)
                .mapToLong(Total::approved).sum();
    }

    /** What is approved by clause, in the order in which the clauses stand in the text. */
    public static List<Share> byClause(Collection<Total> totals) {
        Map<String, Share> shares = new TreeMap<>(Comparator.comparing(ClauseAddress::anchor));
        totals.stream().filter(each -> each.approved() != 0 || each.entries() != 0)
                .forEach(each -> shares.merge(each.clause(), new Share(each.clause(), each.approved(), each.entries()),
                        (one, other) -> new Share(one.of(), one.fen() + other.fen(), one.entries() + other.entries())));
        return List.copyOf(shares.values());
    }

    /** A school's whole year. */
    public static Figures figures(@Nullable SchoolBudget budget, Collection<CategoryLine> lines,
            Collection<Total> totals) {
        return new Figures(budget != null, budget == null ? 0 : budget.whole(),
                lines.stream().mapToLong(CategoryLine::own).sum(), lines.stream().mapToLong(CategoryLine::grant).sum(),
                totals.stream().mapToLong(Total::waiting).sum(),
                new Figures.Marks((int) lines.stream().filter(line -> line.overBudget() || line.overShare()).count(),
                        totals.stream().mapToInt(Total::bare).sum(), totals.stream().mapToInt(Total::reversals).sum(),
                        totals.stream().mapToInt(Total::reasoned).sum(),
                        totals.stream().mapToInt(Total::queued).sum(),
                        totals.stream().mapToInt(Total::entries).sum()));
    }
}
