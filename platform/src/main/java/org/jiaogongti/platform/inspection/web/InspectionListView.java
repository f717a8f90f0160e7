package org.jiaogongti.platform.inspection.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaogongti.platform.inspection.Inspection;
import org.jiaogongti.platform.inspection.Inspections.Listed;
import org.jiaogongti.platform.shell.TableFile;
import org.jspecify.annotations.Nullable;

/** A year's visits, with the rule that the bureau set itself. */
public record InspectionListView(Listed listed, @Nullable UUID school, boolean paged, Problem problem, Words words) {

    public boolean bureau() {
        return listed.reach().district();
    }

    public String summary() {
        return bureau()
                ? words.m().t("inspection.summary", words.year(listed.year()), listed.visits(), listed.rule().ceiling())
                : words.m().t("inspection.summary.school", words.year(listed.year()), listed.rule().ceiling());
    }

    private Map<String, String> query() {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("year", listed.year());
        query.put("school", Words.text(school));
        return query;
    }

    public String export(String format) {
        return Words.address("/inspections/export." + format, query());
    }

    public @Nullable String first() {
        return paged ? Words.address("/inspections", query()) : null;
    }

    public @Nullable String next() {
        if (!listed.more()) {
            return null;
        }
        Map<String, String> query = query();
        query.put("after", listed.inspections().getLast().id().toString());
        return Words.address("/inspections", query);
    }

    public String number(int limit) {
        return Integer.toString(limit);
    }

    TableFile file() {
        return new TableFile(words.m().t("inspection.title") + " " + listed.year(),
                List.of(words.m().t("inspection.day"), words.m().t("inspection.school"),
                        words.m().t("inspection.kind"), words.m().t("inspection.about"),
                        words.m().t("inspection.state"), words.m().t("inspection.inspector"),
                        words.m().t("inspection.over")),
                listed.inspections().stream().map(this::row).toList());
    }

    private List<String> row(Inspection each) {
        return List.of(each.day().toString(), listed.name(each.school()), words.kind(each.kind()),
                Words.line(each.about()), words.state(each, listed.today()), each.by().name(),
                Words.line(each.over()));
    }
}
