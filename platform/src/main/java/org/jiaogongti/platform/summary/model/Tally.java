package org.jiaogongti.platform.summary.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.jiaogongti.charter.Charter;
import org.jiaogongti.charter.Obligation;
import org.jiaogongti.charter.counting.Status;
import org.jiaogongti.charter.notice.Clause;
import org.jiaogongti.charter.notice.Notice;
import org.jiaogongti.platform.summary.Promised;
import org.jiaogongti.platform.summary.YearSummary.Duty;
import org.jiaogongti.platform.summary.YearSummary.Section;

/** Adds instances up by duty and community; the order is the charter's. */
public final class Tally {

    private final Charter charter;
    private final Map<String, Map<UUID, Promised>> byDuty = new HashMap<>();

    public Tally(Charter charter) {
        this.charter = charter;
    }

    /**
     * Adds instances that stand alike.
     *
     * @param counted what counts of one of them
     */
    public void add(String duty, UUID community, Status status, int number, int counted) {
        byDuty.computeIfAbsent(duty, _ -> new LinkedHashMap<>()).merge(community,
                Promised.of(status, number, counted), Promised::plus);
    }

    public Promised of(UUID community) {
        return byDuty.values().stream().map(each -> each.getOrDefault(community, Promised.NOTHING))
                .reduce(Promised.NOTHING, Promised::plus);
    }

    /**
     * The parts of the notice with the duties of which something is known.
     *
     * @param appraised whether a community's appraisal has a page about a duty
     */
    public List<Section> sections(BiPredicate<UUID, String> appraised) {
        Map<String, List<Duty>> parts = new LinkedHashMap<>();
        for (Obligation duty : charter.obligations()) {
            Map<UUID, Promised> sums = byDuty.get(duty.id());
            if (sums != null) {
                String clause = duty.head().quote().clause();
                Set<UUID> pages = sums.keySet().stream().filter(each -> appraised.test(each, duty.id()))
                        .collect(Collectors.toSet());
                parts.computeIfAbsent(part(clause), _ -> new ArrayList<>())
                        .add(new Duty(duty.id(), duty.head().name(), clause, sums, pages));
            }
        }
        List<Section> sections = new ArrayList<>();
        parts.forEach((part, duties) -> sections.add(new Section(part, title(charter.notice(), part), duties)));
        return sections;
    }

    /** {@code 三(二)} of {@code 三(二)3}, and {@code 五(三)} of {@code 五(三)2}; {@code 二} of {@code 二}. */
    static String part(String clause) {
        int close = clause.indexOf(')');
        return close > 0 ? clause.substring(0, close + 1) : clause.replaceFirst("[0-9].*", "");
    }

    /** {@code 三（二）教学工作}: the notice's own heading. */
    static String title(Notice notice, String part) {
        String heading = notice.clause(part).map(Clause::text).flatMap(text -> text.lines().findFirst()).orElse("");
        int bracket = part.indexOf('(');
        String whole = bracket > 0 && heading.startsWith("(") ? part.substring(0, bracket) + heading : heading;
        return whole.isBlank() ? part : whole.replace('(', '（').replace(')', '）').strip();
    }
}
