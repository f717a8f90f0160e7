package org.jiaogongti.platform.spending.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaogongti.platform.shell.TableFile;
import org.jiaogongti.platform.spending.ExpenseFilter.Show;
import org.jiaogongti.platform.spending.Figures;
import org.jiaogongti.platform.spending.Funds.District;
import org.jiaogongti.platform.spending.Funds.Row;
import org.jiaogongti.platform.spending.Granted;
import org.jspecify.annotations.Nullable;

/** All schools of a year. */
public record DistrictView(District district, boolean paged, Words words) {

    private Map<String, String> query() {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("year", Integer.toString(district.year()));
        query.put("community", Words.text(district.community()));
        return query;
    }

    public String export(String format) {
        return Words.address("/spending/export." + format, query());
    }

    /** The payments that a figure of a school is the sum of, or those of a mark. */
    public String school(UUID school, String name, String value) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("year", Integer.toString(district.year()));
        query.put("show", Show.COUNTED.name());
        query.put(name, value);
        return Words.address("/spending/schools/" + school, query) + "#payments";
    }

    public String page(UUID school, String part) {
        return "/spending/schools/" + school + part + "?year=" + district.year();
    }

    public @Nullable String first() {
        return paged ? Words.address("/spending", query()) : null;
    }

    public @Nullable String next() {
        if (!district.more()) {
            return null;
        }
        Map<String, String> query = query();
        query.put("after", district.rows().getLast().place().school().key());
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
        return new TableFile(words.m().t("spending.file.district", Integer.toString(district.year())), heads(), rows);
    }

    private List<String> heads() {
        return List.of("spending.community", "spending.school", "spending.planned", "spending.spent", "spending.own",
                "spending.grant", "spending.waiting", "spending.left", "spending.granted.before",
                "spending.granted.received", "spending.granted.spent", "spending.granted.left", "spending.marks")
                .stream()
                .map(key -> words.m().t(key)).toList();
    }

    private List<String> cells(String community, String school, Granted granted, Figures figures) {
        return List.of(community, school, Words.yuan(figures.planned()), Words.yuan(figures.spent()),
                Words.yuan(figures.own()), Words.yuan(figures.grant()), Words.yuan(figures.waiting()),
                Words.yuan(figures.left()), Words.yuan(granted.before()), Words.yuan(granted.received()),
                Words.yuan(granted.spent()), Words.yuan(granted.left()), words.marks(figures));
    }
}
