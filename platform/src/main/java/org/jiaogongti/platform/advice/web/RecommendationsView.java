package org.jiaogongti.platform.advice.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jiaogongti.platform.activity.OccasionBrief;
import org.jiaogongti.platform.advice.Adviser;
import org.jiaogongti.platform.advice.Recommendation;
import org.jiaogongti.platform.advice.RecommendationFilter;
import org.jiaogongti.platform.advice.Recommendations.Listed;
import org.jiaogongti.platform.shell.Messages;
import org.jiaogongti.platform.shell.TableFile;
import org.jspecify.annotations.Nullable;

/**
 * Recommendations as they are listed.
 *
 * @param paged whether it is not the first page
 */
public record RecommendationsView(Listed listed, RecommendationFilter filter, boolean paged, Words words) {

    public Recommendation.State[] states() {
        return Recommendation.State.values();
    }

    public Recommendation.State state(Recommendation row) {
        return row.state(listed.today());
    }

    /** Who gave it and when. */
    public String by(Recommendation row) {
        Adviser adviser = listed.advisers().get(row.visit());
        return adviser == null
                ? row.givenOn().toString()
                : words.m().t("advice.by", adviser.name(), words.kind(adviser), row.givenOn().toString());
    }

    public String at(Recommendation row) {
        OccasionBrief brief = listed.occasions().get(row.visit());
        return brief == null ? "" : words.occasion(brief);
    }

    public String last(Recommendation row) {
        return words.last(listed.steps().getOrDefault(row.id(), List.of()));
    }

    public boolean filtered() {
        return filter.community() != null || filter.school() != null || filter.state() != null;
    }

    private Map<String, String> query() {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("community", Words.text(filter.community()));
        query.put("school", Words.text(filter.school()));
        query.put("state", filter.state() == null ? "" : filter.state().name());
        return query;
    }

    public String export(String format) {
        return Words.address("/recommendations/export." + format, query());
    }

    public @Nullable String first() {
        return paged ? Words.address("/recommendations", query()) : null;
    }

    public @Nullable String next() {
        if (!listed.more()) {
            return null;
        }
        Map<String, String> query = query();
        query.put("after", listed.rows().getLast().id().toString());
        return Words.address("/recommendations", query);
    }

    TableFile file() {
        Messages m = words.m();
        List<List<String>> rows = listed.rows().stream()
                .map(row -> List.of(row.givenOn().toString(), adviser(row), at(row), listed.addressee(row),
                        row.words(), row.answerBy().toString(), words.state(state(row)), last(row)))
                .toList();
        return new TableFile(m.t("advice.recommendations.title"),
                List.of(m.t("advice.given"), m.t("advice.adviser"), m.t("advice.at"), m.t("advice.addressee"),
                        m.t("advice.words"), m.t("advice.answer-by"), m.t("advice.state"), m.t("advice.last")),
                rows);
    }

    private String adviser(Recommendation row) {
        Adviser adviser = listed.advisers().get(row.visit());
        return adviser == null ? "" : adviser.name();
    }
}
