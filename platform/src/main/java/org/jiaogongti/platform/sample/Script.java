package org.jiaogongti.platform.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jiaogongti.platform.sample.SampleWorld.Community;

/** How much of each duty a community does in a term, and on which days. */
final class Script {

    /** What was not reached in earlier terms, as {@code term community duty counterpart}. */
    private static final Map<String, Integer> MISSED = Map.ofEntries(Map.entry("2019-2020-1 实验 Q22 -", 27),
            Map.entry("2020-2021-1 锦屏 Q05 大堰学校", 1), Map.entry("2020-2021-2 龙津 Q24 松岙镇校", 2),
            Map.entry("2021-2022-1 实验 Q13 班溪小学/英语", 2), Map.entry("2021-2022-1 岳林 Q24 白杜小学", 2),
            Map.entry("2021-2022-2 锦屏 Q23 -", 2), Map.entry("2022-2023-1 锦屏 Q21 -", 13),
            Map.entry("2022-2023-1 实验 Q16 -", 0), Map.entry("2022-2023-1 实验 Q24 班溪小学", 1),
            Map.entry("2022-2023-1 实验 Q24 武岭小学", 2), Map.entry("2022-2023-2 实验 Q24 班溪小学", 2),
            Map.entry("2022-2023-2 龙津 Q22 -", 28), Map.entry("2023-2024-1 居敬 Q21 -", 12),
            Map.entry("2023-2024-1 锦屏 Q22 -", 26), Map.entry("2023-2024-1 锦屏 Q05 求真学校", 1),
            Map.entry("2023-2024-2 居敬 Q21 -", 15), Map.entry("2023-2024-2 锦屏 Q21 -", 14),
            Map.entry("2023-2024-2 岳林 Q23 -", 2), Map.entry("2023-2024-2 实验 Q13 诺德安达学校/语文", 2));

    private static final List<String> ORDER = List.of("岳林", "龙津", "居敬", "锦屏", "实验");

    /** The told term: what was done by the day, community by community in the notice's order. */
    private static final Map<String, List<Integer>> NOW = Map.of("Q21", List.of(11, 16, 9, 7, 12), "Q22",
            List.of(22, 26, 18, 12, 31), "Q23", List.of(3, 2, 2, 1, 4), "Q16", List.of(1, 0, 0, 1, 0));

    private static final Map<String, List<Integer>> PLANNED = Map.of("Q21", List.of(4, 2, 4, 4, 4), "Q22",
            List.of(5, 3, 6, 9, 2), "Q23", List.of(0, 1, 0, 1, 0), "Q16", List.of(0, 0, 1, 0, 0));

    /** The told term, duties towards or of each member or weak subject, in the order of the community's lists. */
    private static final Map<String, List<Integer>> NOW_EACH = Map.ofEntries(
            Map.entry("Q04 岳林", List.of(2, 2, 2, 2, 2)), Map.entry("Q04 龙津", List.of(2, 2, 1, 1)),
            Map.entry("Q04 锦屏", List.of(2, 2, 2, 1, 1)), Map.entry("Q04 实验", List.of(2, 1, 1, 0, 1)),
            Map.entry("Q05 岳林", List.of(2, 2, 2, 1, 1)), Map.entry("Q05 龙津", List.of(2, 2, 2, 2)),
            Map.entry("Q05 锦屏", List.of(2, 2, 1, 0, 0)), Map.entry("Q05 实验", List.of(2, 2, 3, 1, 0)),
            Map.entry("Q13 岳林", List.of(3, 3, 4, 3, 3, 3, 2, 1, 0)), Map.entry("Q13 龙津", List.of(3, 3, 3, 3, 4, 1, 2)),
            Map.entry("Q13 居敬", List.of(3, 3, 3, 3, 1, 2)), Map.entry("Q13 锦屏", List.of(3, 3, 3, 2, 1, 1, 0, 2)),
            Map.entry("Q13 实验", List.of(3, 3, 3, 3, 3, 3, 2, 1)), Map.entry("Q20 岳林", List.of(1, 1, 1, 1, 1)),
            Map.entry("Q20 龙津", List.of(1, 1, 1, 1)), Map.entry("Q20 居敬", List.of(1, 1, 1, 1)),
            Map.entry("Q20 锦屏", List.of(1, 1, 1, 0, 0)), Map.entry("Q20 实验", List.of(1, 1, 1, 1, 1)),
            Map.entry("Q24 岳林", List.of(3, 3, 3, 2, 1)), Map.entry("Q24 龙津", List.of(3, 3, 2, 1)),
            Map.entry("Q24 居敬", List.of(3, 3, 1, 2)), Map.entry("Q24 锦屏", List.of(3, 2, 1, 1, 0)),
            Map.entry("Q24 实验", List.of(3, 4, 3, 3, 1)));

    private final SampleTerm term;
    private final Community community;

    Script(SampleTerm term, Community community) {
        this.term = term;
        this.community = community;
    }

    /** How often in the told term: by the day, planned on the day, and afterwards. */
    record Amount(int now, int planned, int later) {

        int sum() {
            return now + planned + later;
        }
    }

    boolean isTold() {
        return term.name().equals(SampleCalendar.CURRENT);
    }

    /** A duty of the whole community. */
    Amount amount(String duty, int target, int mostMore) {
        String story = term.name() + " " + community.shortName() + " " + duty + " -";
        if (isTold()) {
            int place = ORDER.indexOf(community.shortName());
            int now = NOW.getOrDefault(duty, List.of(0, 0, 0, 0, 0)).get(place);
            int planned = PLANNED.getOrDefault(duty, List.of(0, 0, 0, 0, 0)).get(place);
            return new Amount(now, planned, Math.max(0, target - now - planned));
        }
        Integer missed = MISSED.get(story);
        int more = Chance.of("amount", story).between(0, term.isDense() ? mostMore : mostMore / 2);
        return new Amount(missed == null ? target + more : missed, 0, 0);
    }

    /** A duty towards or of one of several: the {@code place}-th of the community's list. */
    Amount each(String duty, String counterpart, int place, int target) {
        List<Integer> told = NOW_EACH.get(duty + " " + community.shortName());
        if (isTold() && told != null) {
            int now = told.get(place);
            int planned = now < target && Chance.of("planned", duty, counterpart).percent(60) ? 1 : 0;
            return new Amount(now, planned, Math.max(0, target - now - planned));
        }
        String story = term.name() + " " + community.shortName() + " " + duty + " " + counterpart;
        return new Amount(MISSED.getOrDefault(story, target), 0, 0);
    }

    /** Days spread over the term, denser in its first half as teachers like it. */
    List<When> days(Amount amount, String story) {
        LocalDate from = term.first().plusDays(7);
        LocalDate to = term.last().minusDays(10);
        if (!isTold()) {
            return spread(amount.sum(), from, to, Pace.USUAL, story);
        }
        LocalDate today = SampleCalendar.TODAY;
        List<When> days = new ArrayList<>(spread(amount.now(), from, today.minusDays(1), Pace.TOLD, story));
        days.addAll(spread(amount.planned(), today.plusDays(1), today.plusDays(35), Pace.PLANNED, story));
        days.addAll(spread(amount.later(), today.plusDays(12), to, Pace.UNKNOWN, story));
        return days;
    }

    /** A single day in a range of the term; where the term is told, what is known of it follows from the day. */
    When oneDay(LocalDate from, LocalDate to, String story) {
        LocalDate day = spread(1, from, to, Pace.USUAL, story).getFirst().date();
        return new When(day, paceOf(day, story));
    }

    Pace paceOf(LocalDate day, String story) {
        if (!isTold()) {
            return Pace.USUAL;
        }
        if (!day.isAfter(SampleCalendar.TODAY)) {
            return Pace.TOLD;
        }
        boolean near = day.isBefore(SampleCalendar.TODAY.plusDays(28));
        return near && Chance.of("known", story).percent(60) ? Pace.PLANNED : Pace.UNKNOWN;
    }

    private List<When> spread(int count, LocalDate from, LocalDate to, Pace pace, String story) {
        List<LocalDate> days = SampleCalendar.schoolDays(from, to);
        Chance chance = Chance.of("days", term.name(), community.name(), story, pace);
        List<When> chosen = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            double share = (index + chance.share()) / count;
            double place = pace == Pace.USUAL ? Math.pow(share, 1.25) : share;
            chosen.add(new When(days.get((int) (place * days.size())), pace));
        }
        return chosen;
    }
}
