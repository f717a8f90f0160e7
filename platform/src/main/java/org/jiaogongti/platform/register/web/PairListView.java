package org.jiaogongti.platform.register.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jiaogongti.platform.register.LessonPair;
import org.jiaogongti.platform.register.LessonPairs.Listed;
import org.jiaogongti.platform.register.LessonPairs.Row;
import org.jiaogongti.platform.register.PairFilter;
import org.jiaogongti.platform.shell.TableFile;
import org.jspecify.annotations.Nullable;

/** The list of pairs as of a day. */
public record PairListView(Listed listed, PairFilter filter, boolean today, boolean paged, Words words,
        PairWords pairs) {

    public List<LessonPair.Days> days() {
        return List.of(LessonPair.Days.values());
    }

    public String on() {
        return filter.on().toString();
    }

    public String summary() {
        return listed.term() == null
                ? words.m().t("register.pair.summary.bare", listed.rows().size())
                : words.m().t("register.pair.summary", listed.rows().size(), words.term(listed.term().name()));
    }

    public boolean filtered() {
        return filter.school() != null || filter.days() != null || !today;
    }

    public LessonPair.Days days(Row row) {
        return row.pair().days(filter.on());
    }

    private Map<String, String> query() {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("school", Words.text(filter.school()));
        query.put("days", filter.days() == null ? "" : filter.days().name());
        query.put("on", today ? "" : on());
        return query;
    }

    public String export(String format) {
        return Words.address("/registers/pairs/export." + format, query());
    }

    public @Nullable String first() {
        return paged ? Words.address("/registers/pairs", query()) : null;
    }

    public @Nullable String next() {
        if (!listed.more()) {
            return null;
        }
        Map<String, String> query = query();
        query.put("after", listed.rows().getLast().pair().id().toString());
        return Words.address("/registers/pairs", query);
    }

    TableFile file() {
        return new TableFile(words.m().t("register.pair.title") + " " + on(),
                List.of(words.m().t("register.pair.giver"), words.m().t("register.pair.giver.class"),
                        words.m().t("register.pair.receiver"), words.m().t("register.pair.receiver.class"),
                        words.m().t("register.pair.forms"), words.m().t("register.pair.agreement"),
                        words.m().t("register.pair.from"), words.m().t("register.pair.to"),
                        words.m().t("register.pair.planned"), words.m().t("register.pair.held"),
                        words.m().t("register.pair.beside"), words.m().t("register.state")),
                listed.rows().stream().map(row -> List.of(listed.name(row.pair().two().giver()),
                        row.pair().two().giverClass(), listed.name(row.pair().two().receiver()),
                        row.pair().two().receiverClass(), pairs.forms(row.pair()), row.pair().agreement(),
                        row.pair().from().toString(), Words.text(row.pair().last()),
                        String.valueOf(row.tally().planned()), String.valueOf(row.tally().held()),
                        String.valueOf(row.tally().beside()), pairs.state(days(row), row.tally()))).toList());
    }
}
