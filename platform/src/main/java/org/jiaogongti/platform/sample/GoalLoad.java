package org.jiaogongti.platform.sample;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jiaogongti.charter.goals.Whose;
import org.jiaogongti.platform.goal.By;
import org.jiaogongti.platform.goal.GoalHistory;
import org.jiaogongti.platform.goal.OutcomeFact;
import org.jiaogongti.platform.goal.OutcomeFact.Version;
import org.jiaogongti.platform.goal.OutcomeFact.What;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Invented outcomes: with an error, without one, corrected, taken back, of a group that is too small to be told of; levels of a
 * rubric; and the first round closed by two people.
 */
@Component
final class GoalLoad {

    private static final String CLERK = "示例职员01";
    private static final String LEADER = "示例领导01";
    private static final String MONITORING = "省学业水平质量监测反馈报告（示例）%d年，第3页";
    private static final LocalDate CLOSED = LocalDate.of(2022, 12, 28);

    private final GoalHistory history;

    GoalLoad(GoalHistory history) {
        this.history = history;
    }

    void load(SampleWorld world, SampleKeys keys) {
        Told told = new Told(world.date(), keys, new ArrayList<>());
        monitoring(told, 2020, "-5", "4.2", "-27", "4.6");
        monitoring(told, 2022, "3", "3.5", "-24", "4");
        monitoring(told, 2024, "7", "3.1", "-13", "3.8");
        told.fact("G5", "居敬小学", LocalDate.of(2024, 6, 18), value("11", "9.4", 46, MONITORING.formatted(2024)));
        // Eight pupils: that they were measured is kept, and nothing else.
        told.fact("G5", "尔仪小学", LocalDate.of(2024, 6, 18), new Found(null, null, 8, MONITORING.formatted(2024)));
        told.fact("G5", "班溪小学", LocalDate.of(2024, 6, 18),
                new Found("4", null, 31, "学校来信（示例），没有给误差"));
        for (SampleWorld.Community community : world.communities()) {
            int level = community.name().startsWith("锦屏") ? 2 : 3;
            told.fact("G4", community.name(), LocalDate.of(2024, 6, 25),
                    new Found(Integer.toString(level), null, null, "考核组评定表（示例）2024年"));
        }
        told.fact("G4", null, LocalDate.of(2024, 6, 25), new Found("3", null, null, "考核组评定表（示例）2024年"));
        told.facts().replaceAll(fact -> fact.goal().equals("G6") && fact.measuredOn().getYear() == 2020
                ? told.takenBack(fact)
                : told.corrected(fact));
        history.takeOver(told.facts());
        if (!world.date().isBefore(CLOSED)) {
            history.closed("第一轮", CLOSED, "第一轮考核评估集体研究（示例）。", told.by(CLERK, CLOSED.minusDays(2)),
                    told.by(LEADER, CLOSED));
        }
    }

    private static void monitoring(Told told, int year, String median, String medianError, String urban,
            String urbanError) {
        LocalDate day = LocalDate.of(year, 6, 18);
        told.fact("G5", null, day, value(median, medianError, 1240, MONITORING.formatted(year)));
        told.fact("G6", null, day, value(urban, urbanError, 1240, MONITORING.formatted(year)));
    }

    private static Found value(String value, String error, int people, String source) {
        return new Found(value, error, people, source);
    }

    /** What was found. */
    private record Found(@Nullable String value, @Nullable String error, @Nullable Integer people, String source) {}

    private record Told(LocalDate today, SampleKeys keys, List<OutcomeFact> facts) {

        By by(String person, LocalDate on) {
            return new By(keys.accountOf(person), person, on);
        }

        /** @param place a school or community; null for the district */
        void fact(String goal, @Nullable String place, LocalDate day, Found found) {
            LocalDate entered = day.plusDays(60);
            if (entered.isAfter(today)) {
                return;
            }
            Whose whose = place == null
                    ? Whose.DISTRICT
                    : place.endsWith("共同体") ? Whose.COMMUNITY : Whose.SCHOOL;
            facts.add(
                    new OutcomeFact(SampleIds.of(day, "outcome " + goal + place), goal, whose, keys.orNull(place), day,
                            "", List.of(new Version(1, What.GIVEN, number(found.value()), number(found.error()), null,
                                    found.people(), found.source(), "", by(CLERK, entered)))));
        }

        private static @Nullable BigDecimal number(@Nullable String text) {
            return text == null ? null : new BigDecimal(text);
        }

        /** The value of 2022 against the median was first copied from the wrong line. */
        OutcomeFact corrected(OutcomeFact fact) {
            if (!fact.goal().equals("G5") || fact.measuredOn().getYear() != 2022) {
                return fact;
            }
            Version right = fact.current();
            Version wrong = new Version(1, What.GIVEN, new BigDecimal("8"), right.error(), null, right.people(),
                    right.source(), "", right.by());
            return with(fact, List.of(wrong, new Version(2, What.GIVEN, right.value(), right.error(), null,
                    right.people(), right.source(), "抄错了行：8 是另一个区的", by(CLERK, right.by().on().plusDays(9)))));
        }

        OutcomeFact takenBack(OutcomeFact fact) {
            Version said = fact.current();
            return with(fact, List.of(said, new Version(2, What.TAKEN_BACK, null, null, null, said.people(), "",
                    "当年主城区没有参加同一次监测，不能比", by(CLERK, said.by().on().plusDays(30)))));
        }

        private static OutcomeFact with(OutcomeFact fact, List<Version> versions) {
            return new OutcomeFact(fact.id(), fact.goal(), fact.whose(), fact.place(), fact.measuredOn(), fact.origin(),
                    versions);
        }
    }
}
