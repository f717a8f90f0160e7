package org.jiaogongti.platform.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jiaogongti.platform.register.LessonPair;
import org.jiaogongti.platform.register.LessonPair.Ending;
import org.jiaogongti.platform.register.LessonPair.Form;
import org.jiaogongti.platform.register.LessonPair.Two;
import org.jiaogongti.platform.register.PairChanges;
import org.jiaogongti.platform.register.PlannedLesson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Invented pairs: with a plan that was kept and missed, without a plan, of classes, to come, over, and ended early. */
@Component
final class PairLoad {

    private static final LocalDate TERM = LocalDate.of(2024, 9, 2);
    private static final LocalDate NEXT_TERM = LocalDate.of(2025, 2, 17);
    private static final LocalDate ROUND_END = LocalDate.of(2025, 8, 31);
    private static final List<String> SUBJECTS = List.of("科学", "英语", "语文", "数学", "英语");

    private final PairChanges changes;

    PairLoad(PairChanges changes) {
        this.changes = changes;
    }

    void load(SampleWorld world, SampleKeys keys) {
        Told told = new Told(world, keys, new ArrayList<>(), new ArrayList<>());
        for (int turn = 0; turn < world.communities().size(); turn++) {
            told.community(world.communities().get(turn), turn);
        }
        changes.setUp(told.pairs(), told.plan());
    }

    /** What has been agreed and planned so far. */
    private record Told(SampleWorld world, SampleKeys keys, List<LessonPair> pairs, List<PlannedLesson> plan) {

        void community(SampleWorld.Community community, int turn) {
            String lead = community.lead();
            List<String> members = community.members();
            String subject = SUBJECTS.get(turn);
            LessonPair near = pair(lead, members.get(0), "", List.of(Form.SYNCHRONOUS, Form.TRAINING), TERM, ROUND_END,
                    null);
            plan(near, lead, members.get(0), subject, 7, "同步课堂第" + (turn + 1) + "讲");
            plan(near, lead, members.get(0), subject, turn == 3 ? 13 : 11, "复习与整理");
            plan(near, lead, members.get(0), subject, 15, "");
            pair(lead, members.get(1), "", turn == 0 ? List.of(Form.DELIVERED) : List.of(Form.values()), TERM, null,
                    null);
            if (turn == 1) {
                pair(lead, members.get(2), "", List.of(Form.SYNCHRONOUS, Form.MASTER), LocalDate.of(2023, 9, 1),
                        ROUND_END, new Ending(LocalDate.of(2024, 10, 31), "接收学校网络改造，改为送教上门"));
            } else if (turn == 2) {
                LessonPair classes = pair(lead, "育才学校", "五年级1班", List.of(Form.SYNCHRONOUS), TERM, ROUND_END, null);
                plan(classes, lead, "育才学校", "科学", 10, "电和磁");
                plan(classes, lead, "育才学校", "科学", 14, "光的反射");
            } else if (turn == 3) {
                pair(lead, members.get(2), "四年级1班", List.of(Form.SYNCHRONOUS), NEXT_TERM, ROUND_END, null);
            } else {
                pair(lead, members.get(2), "", List.of(Form.TRAINING, Form.MASTER), LocalDate.of(2022, 9, 1),
                        LocalDate.of(2024, 6, 28), null);
            }
        }

        private LessonPair pair(String giver, String receiver, String name, List<Form> forms, LocalDate from,
                @Nullable LocalDate to, @Nullable Ending ending) {
            LessonPair pair = new LessonPair(SampleIds.of(from, "lesson pair " + giver + receiver + name),
                    new Two(keys.of(giver), keys.of(receiver), name, name), forms,
                    "城乡学校结对协议，示例教〔%d〕%d 号".formatted(from.getYear(), 40 + pairs.size()), from, to, ending);
            pairs.add(pair);
            return pair;
        }

        private void plan(LessonPair pair, String giver, String receiver, String subject, int week, String topic) {
            plan.add(new PlannedLesson(SampleIds.of(TERM, "planned lesson " + week + pair.id()), pair.id(),
                    SampleCalendar.CURRENT, week, subject, topic, teacher(giver, subject), teacher(receiver, subject)));
        }

        private @Nullable UUID teacher(String school, String subject) {
            return world.people().stream()
                    .filter(person -> school.equals(person.school()) && subject.equals(person.subject()))
                    .map(SampleWorld.Person::id).findFirst().orElse(null);
        }
    }
}
