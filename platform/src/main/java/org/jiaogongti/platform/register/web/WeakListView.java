package org.jiaogongti.platform.register.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jiaogongti.platform.register.Measure;
import org.jiaogongti.platform.register.WeakEntries.Line;
import org.jiaogongti.platform.register.WeakEntries.Listed;
import org.jiaogongti.platform.register.WeakFilter;
import org.jiaogongti.platform.register.WeakFilter.Show;
import org.jiaogongti.platform.shell.TableFile;
import org.jspecify.annotations.Nullable;

/**
 * The list of 薄弱学科 and 薄弱学校 as of a day.
 *
 * @param page from 0
 */
public record WeakListView(Listed listed, WeakFilter filter, boolean today, int page, Words words) {

    public String summary() {
        return listed.late() == 0
                ? words.m().t("register.weak.summary", listed.all())
                : words.m().t("register.weak.summary.late", listed.all(), listed.late());
    }

    public List<Show> shows() {
        return List.of(Show.values());
    }

    public boolean filtered() {
        return filter.community() != null || filter.school() != null || !filter.subject().isEmpty()
                || filter.show() != Show.NOW || !today;
    }

    public String on() {
        return filter.on().toString();
    }

    /** Which other lists look at the same community and school. */
    public String community(Line line) {
        return listed.name(line.entry().community());
    }

    public String measures(Line line) {
        if (line.measures().isEmpty()) {
            return words.m().t("register.weak.measures.none");
        }
        long late = line.count(Measure.State.LATE);
        long done = line.count(Measure.State.DONE);
        return late == 0
                ? words.m().t("register.weak.measures", line.measures().size(), done)
                : words.m().t("register.weak.measures.late", line.measures().size(), done, late);
    }

    public String review(Line line) {
        return line.lastReview().map(review -> words.m().t("register.weak.reviewed", words.term(review.term()),
                words.became(review.became()))).orElseGet(() -> words.m().t("register.weak.reviewed.never"));
    }

    private Map<String, String> query() {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("community", Words.text(filter.community()));
        query.put("school", Words.text(filter.school()));
        query.put("subject", filter.subject());
        query.put("show", filter.show() == Show.NOW ? "" : filter.show().name());
        query.put("on", today ? "" : on());
        return query;
    }

    public String export(String format) {
        return Words.address("/registers/weak/export." + format, query());
    }

    public @Nullable String first() {
        return page == 0 ? null : Words.address("/registers/weak", query());
    }

    public @Nullable String next() {
        Map<String, String> query = query();
        query.put("page", String.valueOf(page + 1));
        return listed.more() ? Words.address("/registers/weak", query) : null;
    }

    TableFile file() {
        return new TableFile(words.m().t("register.weak.title") + " " + on(),
                List.of(words.m().t("register.community"), words.m().t("register.school"),
                        words.m().t("register.subject"), words.m().t("register.weak.since"),
                        words.m().t("register.weak.until"), words.m().t("register.weak.ground"),
                        words.m().t("register.weak.document"), words.m().t("register.weak.decider"),
                        words.m().t("register.weak.measures.title"), words.m().t("register.weak.review"),
                        words.m().t("register.state")),
                listed.lines().stream().map(line -> List.of(community(line),
                        listed.name(line.entry().key().school()), words.subject(line.entry().key()),
                        line.entry().key().from().toString(), Words.text(line.entry().to()),
                        words.ground(line.ground()), line.ground().document(), line.ground().decider(),
                        measures(line), review(line), words.state(line.state()))).toList());
    }
}
