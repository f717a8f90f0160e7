package org.jiaogongti.platform.staff.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jiaogongti.platform.shell.Messages;
import org.jiaogongti.platform.staff.Days;
import org.jiaogongti.platform.staff.Mentoring.Listed;
import org.jiaogongti.platform.staff.Mentoring.Met;
import org.jiaogongti.platform.staff.MentoringFilter;
import org.jiaogongti.platform.staff.MentoringPair;
import org.jiaogongti.platform.staff.MentoringPair.State;
import org.jspecify.annotations.Nullable;

/**
 * Mentoring pairs as they are listed.
 *
 * @param paged whether it is not the first page
 */
public record MentoringView(Listed listed, MentoringFilter filter, boolean paged, Messages m) {

    /** One pair in the list. */
    public record Row(String id, String mentor, String mentorSchool, String mentee, String menteeSchool, String days,
            String met, String state, String word) {}

    public List<Row> rows() {
        return listed.pairs().stream().map(this::row).toList();
    }

    private Row row(MentoringPair pair) {
        Met met = listed.met(pair);
        State state = pair.state(filter.on(), met.last());
        return new Row(pair.id().toString(), listed.name(pair.two().mentor()), listed.name(pair.two().mentorSchool()),
                listed.name(pair.two().mentee()), listed.name(pair.two().menteeSchool()),
                Words.days(m, pair.from(), pair.last()), met(m, met), shape(state), word(m, state));
    }

    static String met(Messages m, Met met) {
        return met.last() == null
                ? m.t("staff.mentoring.met.none")
                : m.t("staff.mentoring.met", met.times(), met.minutes(), met.last().toString());
    }

    /** The shape that every page uses for such a state. */
    static String shape(State state) {
        return switch (state) {
            case COMING, NOT_YET -> "todo";
            case MET -> "going";
            case LATE -> "soon";
            case ENDED -> "done";
        };
    }

    static String word(Messages m, State state) {
        return m.t("staff.mentoring.state." + state.name());
    }

    public String summary() {
        String shown = m.t("staff.mentoring.summary", filter.on().toString(), listed.pairs().size());
        return listed.more() ? m.t("staff.people.summary.more", shown) : shown;
    }

    public String on() {
        return filter.on().toString();
    }

    public Days[] days() {
        return Days.values();
    }

    public boolean filtered() {
        return filter.school() != null || filter.days() != null;
    }

    private Map<String, String> query() {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("school", filter.school() == null ? "" : filter.school().toString());
        query.put("days", filter.days() == null ? "" : filter.days().name());
        query.put("on", on());
        return query;
    }

    public @Nullable String first() {
        return paged ? PeopleView.address("/mentoring", query()) : null;
    }

    public @Nullable String next() {
        if (!listed.more()) {
            return null;
        }
        Map<String, String> query = query();
        query.put("after", listed.pairs().getLast().id().toString());
        return PeopleView.address("/mentoring", query);
    }

    /** The same rows as a file. */
    public String export(String format) {
        return PeopleView.address("/mentoring/export." + format, query());
    }
}
