package org.jiaogongti.platform.spending.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaogongti.platform.activity.OccasionBrief;
import org.jiaogongti.platform.shell.TableFile;
import org.jiaogongti.platform.spending.Expense;
import org.jiaogongti.platform.spending.ExpenseFilter;
import org.jiaogongti.platform.spending.ExpenseFilter.Show;
import org.jiaogongti.platform.spending.Funds.OfSchool;
import org.jiaogongti.platform.spending.Share;
import org.jspecify.annotations.Nullable;

/** A school's year, opened down to its payments. */
public record SchoolView(OfSchool of, boolean paged, Words words) {

    public UUID id() {
        return of.place().school().id();
    }

    public String path() {
        return "/spending/schools/" + id();
    }

    private Map<String, String> query() {
        ExpenseFilter filter = of.filter();
        Map<String, String> query = new LinkedHashMap<>();
        query.put("year", Integer.toString(of.year()));
        query.put("category", filter.category());
        query.put("clause", filter.clause());
        query.put("source", filter.source() == null ? "" : filter.source().name());
        query.put("occasion", Words.text(filter.occasion()));
        query.put("show", filter.show() == Show.ALL ? "" : filter.show().name());
        return query;
    }

    /** The payments that a figure is the sum of, or those of a mark. */
    public String narrowed(String name, String value) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("year", Integer.toString(of.year()));
        query.put("show", Show.COUNTED.name());
        query.put(name, value);
        return Words.address(path(), query) + "#payments";
    }

    /** What was used of grants, what waits among it. */
    public String used() {
        return Words.address(path(), Map.of("year", Integer.toString(of.year()), "source",
                Expense.Source.GRANT.name(), "show", Show.STANDING.name())) + "#payments";
    }

    public String export(String format) {
        return Words.address(path() + "/export." + format, query());
    }

    public @Nullable String first() {
        return paged ? Words.address(path(), query()) + "#payments" : null;
    }

    public @Nullable String next() {
        if (!of.more()) {
            return null;
        }
        Map<String, String> query = query();
        query.put("after", of.page().getLast().id().toString());
        return Words.address(path(), query) + "#payments";
    }

    public Show[] shows() {
        return Show.values();
    }

    public Expense.Source[] sources() {
        return Expense.Source.values();
    }

    public String number(int year) {
        return Integer.toString(year);
    }

    /** An occasion as whoever may read it knows it. */
    public String occasion(Share share) {
        OccasionBrief brief = of.briefs().get(UUID.fromString(share.of()));
        return brief == null
                ? words.m().t("spending.occasion.hidden")
                : words.m().t("spending.occasion.on", brief.date().toString(), brief.title());
    }

    /** What the filter holds, named, so that one knows which to drop. */
    public String filtered() {
        ExpenseFilter filter = of.filter();
        if (!filter.clause().isEmpty()) {
            return words.m().t("spending.filtered.clause", filter.clause());
        }
        return filter.occasion() == null ? "" : words.m().t("spending.filtered.occasion");
    }

    TableFile file() {
        List<String> heads = List.of("spending.day", "spending.category", "spending.about", "spending.clause",
                "spending.amount", "spending.reversal", "spending.source", "spending.payee", "spending.invoice",
                "spending.receipts", "spending.over", "spending.state", "spending.by", "spending.decided").stream()
                .map(key -> words.m().t(key)).toList();
        return new TableFile(words.m().t("spending.file.school", of.place().school().shortName(),
                Integer.toString(of.year())), heads, of.page().stream().map(this::row).toList());
    }

    private List<String> row(Expense each) {
        Expense.Said said = each.said();
        Expense.Decided decided = each.decided();
        return List.of(said.day().toString(), of.name(said.category()), Words.line(said.about()), said.clause(),
                each.reversal() ? "" : Words.yuan(said.fen()), each.reversal() ? Words.yuan(-said.fen()) : "",
                words.source(said.source()), words.payee(said.payee()) + " " + said.payeeName(), said.invoice(),
                Integer.toString(each.receipts()), Words.line(each.reason()), words.state(each), each.by().name(),
                decided == null ? "" : decided.by().name());
    }
}
