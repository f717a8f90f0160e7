package org.jiaogongti.platform.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.platform.staff.MentoringChanges;
import org.jiaogongti.platform.staff.MentoringMeeting;
import org.jiaogongti.platform.staff.MentoringPair;
import org.jiaogongti.platform.staff.MentoringPair.Agreement;
import org.jiaogongti.platform.staff.MentoringPair.Ending;
import org.jiaogongti.platform.staff.MentoringPair.Two;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Invented mentoring pairs: meeting as agreed, long not met, not met yet, without a rhythm, to come, over, and ended early. */
@Component
final class MentoringLoad {

    private static final LocalDate TERM = LocalDate.of(2024, 9, 2);
    private static final LocalDate YEAR_END = LocalDate.of(2025, 6, 30);
    private static final int MOST = 9;
    private static final List<String> TOPICS = List.of("听一节随堂课并评课", "一起备一个单元的课", "看作业批改和分层布置", "磨一节公开课", "谈班级管理中的两个难题");

    private final MentoringChanges changes;

    MentoringLoad(MentoringChanges changes) {
        this.changes = changes;
    }

    /** Pairs of those who teach at a lead school this term and their mentors there, with some of earlier years. */
    void load(SampleWorld world, SampleKeys keys) {
        List<MentoringPair> pairs = new ArrayList<>();
        List<MentoringMeeting> meetings = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        told(world, keys, pairs, meetings);
        for (SamplePlacement placed : world.placements()) {
            String mentor = placed.mentor();
            boolean told = placed.person().equals("示例教师21");
            if (mentor == null || placed.start().isBefore(TERM.minusDays(5))
                    || placed.start().isAfter(TERM.plusDays(20))
                    || (pairs.size() >= MOST && !told) || !taken.add(mentor + placed.person())) {
                continue;
            }
            Two two = new Two(keys.of(mentor), keys.of(placed.person()), keys.of(placed.toSchool()),
                    keys.of(placed.fromSchool()));
            add(told ? 0 : pairs.size(), two, pairs, meetings);
        }
        changes.setUp(pairs, meetings);
    }

    /** A pair whose mentor is one of the sign-in page's teachers. */
    private static void told(SampleWorld world, SampleKeys keys, List<MentoringPair> pairs,
            List<MentoringMeeting> meetings) {
        world.people().stream().filter(person -> person.young() && "育才学校".equals(person.school()))
                .filter(person -> !person.name().equals("示例教师21")).findFirst()
                .ifPresent(young -> add(0,
                        new Two(keys.of("示例教师01"), young.id(), keys.of("居敬小学"), keys.of("育才学校")), pairs,
                        meetings));
    }

    private static void add(int turn, Two two, List<MentoringPair> pairs, List<MentoringMeeting> meetings) {
        switch (turn % 7) {
            case 1 -> meet(pair(two, 4, TERM, YEAR_END, null, pairs), meetings, LocalDate.of(2024, 9, 18));
            case 2 -> pair(two, 4, LocalDate.of(2024, 11, 4), YEAR_END, null, pairs);
            case 3 -> meet(pair(two, null, TERM, null, null, pairs), meetings, LocalDate.of(2024, 10, 10));
            case 4 -> pair(two, 2, LocalDate.of(2025, 2, 17), YEAR_END, null, pairs);
            case 5 -> meet(pair(two, 4, LocalDate.of(2023, 9, 1), LocalDate.of(2024, 6, 30), null, pairs), meetings,
                    LocalDate.of(2023, 9, 27), LocalDate.of(2023, 11, 15), LocalDate.of(2024, 3, 20),
                    LocalDate.of(2024, 5, 22));
            case 6 -> meet(pair(two, 4, TERM, YEAR_END, new Ending(LocalDate.of(2024, 10, 31), "导师休产假，另行安排"), pairs),
                    meetings, LocalDate.of(2024, 9, 25), LocalDate.of(2024, 10, 16));
            default -> meet(pair(two, 4, TERM, YEAR_END, null, pairs), meetings, LocalDate.of(2024, 9, 11),
                    LocalDate.of(2024, 10, 9), LocalDate.of(2024, 11, 6));
        }
    }

    private static MentoringPair pair(Two two, @Nullable Integer weeks, LocalDate from, @Nullable LocalDate to,
            @Nullable Ending ending, List<MentoringPair> pairs) {
        MentoringPair pair = new MentoringPair(SampleIds.of(from, "pair " + two.mentor() + " " + two.mentee()), two,
                new Agreement("青蓝结对协议，示例校〔%d〕%d 号".formatted(from.getYear(), pairs.size() + 1), from, weeks), from, to,
                ending);
        pairs.add(pair);
        return pair;
    }

    private static void meet(MentoringPair pair, List<MentoringMeeting> meetings, LocalDate... days) {
        for (LocalDate day : days) {
            UUID id = SampleIds.of(day, "meeting " + pair.id());
            meetings.add(new MentoringMeeting(id, pair.id(), day, TOPICS.get(meetings.size() % TOPICS.size()),
                    40 + 20 * (meetings.size() % 3)));
        }
    }
}
