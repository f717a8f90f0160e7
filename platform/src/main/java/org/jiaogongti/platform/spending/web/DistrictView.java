package org.jiaogongti.platform.spending.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jiaogongti.platform.shell.TableFile;
import org.jiaogongti.platform.spending.ExpenseFilter.Show;
import org.jiaogongti.platform.spending.Figures;
import org.jiaogongti.platform.spending.Funds.District;
import org.jiaogongti.platform.spending.Funds.Row;
import org.jiaogongti.platform.spending.Granted;
import org.jspecify.annotations.Nullable;

/** All schools of a year, or what they spent for one clause. */
public record DistrictView(District district, boolean paged, Words words) {

    private static final List<String> SPENT = List.of("spending.spent", "spending.own", "spending.grant",
            "spending.waiting");

    /** Whether only what was spent for one clause is shown: budgets and grants are of no clause. */
    public boolean narrowed() {
        return !district.asked().clause().isEmpty();
    }

    private Map<String, String> query() {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("year", year());
        query.put("community", Words.text(district.asked().community()));
        query.put("clause", district.asked().clause());
        return query;
    }

    public String year() {
        return Integer.toString(district.asked().year());
    }

    public String export(String format) {
        return Words.address("/spending/export." + format, query());
    }

    /** The page of one clause, or of all. */
    public String clause(String clause) {
        Map<String, String> query = query();
        query.put("clause", clause);
        return Words.address("/spending", query);
    }

    /** The payments that a figure of a school is the sum of, or those of a mark. */
    public String school(UUID school, String name, String value) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("year", year());
        query.put("clause", district.asked().clause());
        query.put("show", Show.COUNTED.name());
        query.put(name, value);
        return Words.address("/spending/schools/" + school, query) + "#payments";
    }

    public String page(UUID school, String part) {
        return "/spending/schools/" + school + part + "?year=" + year();
    }

    public @Nullable String first() {
        return paged ? Words.address("/spending", query()) : null;
    }

    public @Nullable String next() {
        if (!district.more()) {
            return null;
        }
        Map<String, String> query = query();
        query.put("after", Words.text(district.last()));
        return Words.address("/spending", query);
    }

    public String number(int year) {
        return Integer.toString(year);
    }

    TableFile file() {
        List<List<String>> rows = new ArrayList<>();
        for (Row row : district.rows()) {
            rows.add(cells(row.place().communityName(), row.place().school().name(), row.granted(), row.figures()));
        }
        rows.add(cells(words.m().t("spending.sum"), "", district.granted(), district.figures()));
        String name = words.m().t("spending.file.district", year());
        return new TableFile(narrowed() ? name + " " + district.asked().clause() : name, heads(), rows);
    }

    private List<String> heads() {
        Stream<String> places = Stream.of("spending.community", "spending.school");
        Stream<String> more = narrowed()
                ? Stream.of()
                : Stream.of("spending.planned", "spending.left", "spending.granted.before",
                        "spending.granted.received", "spending.granted.spent", "spending.granted.left",
                        "spending.marks");
        return Stream.of(places, SPENT.stream(), more).flatMap(keys -> keys).map(key -> words.m().t(key)).toList();
    }

    private List<String> cells(String community, String school, Granted granted, Figures figures) {
        List<String> cells = new ArrayList<>(List.of(community, school, Words.yuan(figures.spent()),
                Words.yuan(figures.own()), Words.yuan(figures.grant()), Words.yuan(figures.waiting())));
        if (!narrowed()) {
            cells.addAll(List.of(Words.yuan(figures.planned()), Words.yuan(figures.left()),
                    Words.yuan(granted.before()), Words.yuan(granted.received()), Words.yuan(granted.spent()),
                    Words.yuan(granted.left()), words.marks(figures)));
        }
        return cells;
    }
}
