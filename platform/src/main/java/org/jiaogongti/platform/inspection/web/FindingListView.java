package org.jiaogongti.platform.inspection.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jiaogongti.charter.calendar.DateRange;
import org.jiaogongti.platform.inspection.Finding;
import org.jiaogongti.platform.inspection.FindingFilter;
import org.jiaogongti.platform.inspection.FindingFilter.Show;
import org.jiaogongti.platform.inspection.Findings.Listed;
import org.jiaogongti.platform.shell.TableFile;
import org.jspecify.annotations.Nullable;

/** The list of findings. */
public record FindingListView(Listed listed, FindingFilter filter, boolean paged, Words words) {

    public String summary() {
        return listed.late() == 0
                ? words.m().t("inspection.finding.summary", listed.all())
                : words.m().t("inspection.finding.summary.late", listed.all(), listed.late());
    }

    public List<Show> shows() {
        return List.of(Show.values());
    }

    public boolean filtered() {
        return filter.school() != null || filter.community() != null || filter.days() != null
                || filter.show() != Show.NOW;
    }

    public String firstDay() {
        DateRange days = filter.days();
        return days == null ? "" : days.first().toString();
    }

    public String lastDay() {
        DateRange days = filter.days();
        return days == null ? "" : days.last().toString();
    }

    private Map<String, String> query() {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("show", filter.show() == Show.NOW ? "" : filter.show().name());
        query.put("community", Words.text(filter.community()));
        query.put("school", Words.text(filter.school()));
        query.put("first", firstDay());
        query.put("last", lastDay());
        return query;
    }

    public String export(String format) {
        return Words.address("/inspections/findings/export." + format, query());
    }

    public @Nullable String first() {
        return paged ? Words.address("/inspections/findings", query()) : null;
    }

    public @Nullable String next() {
        if (!listed.more()) {
            return null;
        }
        Map<String, String> query = query();
        query.put("after", listed.findings().getLast().id().toString());
        return Words.address("/inspections/findings", query);
    }

    TableFile file() {
        return new TableFile(words.m().t("inspection.finding.title") + " " + listed.today(),
                List.of(words.m().t("inspection.state"), words.m().t("inspection.community"),
                        words.m().t("inspection.school"), words.m().t("inspection.finding.words"),
                        words.m().t("inspection.clause"), words.m().t("inspection.finding.on"),
                        words.m().t("inspection.finding.deadline"), words.m().t("inspection.finding.left"),
                        words.m().t("inspection.inspector")),
                listed.findings().stream().map(this::row).toList());
    }

    private List<String> row(Finding each) {
        return List.of(words.state(each, listed.today()), listed.name(each.community()), listed.name(each.school()),
                Words.line(each.words()), each.clause(), each.by().on().toString(), each.deadline().toString(),
                words.left(each, listed.today()), each.by().name());
    }
}
