package org.jiaogongti.platform.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jiaogongti.charter.Rank;
import org.jiaogongti.platform.register.Author;
import org.jiaogongti.platform.register.Closing;
import org.jiaogongti.platform.register.JointWork;
import org.jiaogongti.platform.register.Measure;
import org.jiaogongti.platform.register.Measure.What;
import org.jiaogongti.platform.register.Review;
import org.jiaogongti.platform.register.Review.Became;
import org.jiaogongti.platform.register.WeakChanges;
import org.jiaogongti.platform.register.WeakKey;
import org.jiaogongti.platform.register.WeakGround;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What the invented schools wrote of their weak subjects: reviewed each term, last term's review missing, a measure late, a
 * ground missing, no measure at all, closed with a reason, and a closing taken back.
 */
@Component
final class WeakLoad {

    private static final LocalDate LISTED = LocalDate.of(2022, 9, 1);
    private static final List<String> DOING = List.of("每周三教研组一起磨一节课，牵头校派骨干教师参加", "单元作业分层，基础题当堂完成",
            "青年教师每两周上一节汇报课，课后当天评课",
            "期中前后各做一次学情分析，列出三个要补的点");
    private static final List<String> SEEN = List.of("课堂上学生动手和表达的时间多了，作业的错误集中在两个知识点。", "教研组坚持了每周一次，备课本有记录；实验课开齐了。",
            "教师换了一位，下半学期才跟上，变化不大。");

    private final WeakChanges changes;

    WeakLoad(WeakChanges changes) {
        this.changes = changes;
    }

    void load(SampleWorld world, SampleKeys keys) {
        Told told = new Told(world, keys, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(),
                new ArrayList<>(), new ArrayList<>());
        int turn = 0;
        for (SampleWorld.Community community : world.communities()) {
            for (SampleWorld.Weak weak : community.weak()) {
                if (!weak.from().isAfter(world.date())) {
                    told.entry(turn++, new WeakKey(keys.of(weak.school()), weak.subject(), weak.from()), weak);
                }
            }
        }
        told.schools();
        Author author = new Author(keys.accountOf("示例职员01"), "示例职员01");
        changes.setUp(new WeakChanges.Past(told.grounds(), told.measures(), told.steps(), told.reviews(),
                told.closings(), told.work()), author);
    }

    /** What has been written so far. */
    private record Told(SampleWorld world, SampleKeys keys, List<WeakGround.Said> grounds, List<Measure> measures,
            List<Measure.Step> steps, List<Review> reviews, List<Closing> closings, List<JointWork> work) {

        void entry(int turn, WeakKey key, SampleWorld.Weak weak) {
            if (turn % 9 != 7) {
                ground(key, turn % 3 == 1
                        ? new WeakGround(WeakGround.Kind.DECISION, "列为共同体帮扶的薄弱学科", "示例教研〔2022〕6 号", "区教研室", key.from())
                        : new WeakGround(WeakGround.Kind.DATA, "三科质量监测（示例），学科均值连续两次低于全区", "", "", key.from()));
            }
            LocalDate last = weak.to();
            if (last != null && !last.isAfter(world.date())) {
                closed(key, last);
                return;
            }
            if (turn % 9 != 5) {
                measures(turn, key);
            }
            for (SampleTerm term : SampleCalendar.terms()) {
                LocalDate end = term.last();
                boolean lastTerm = term.name().equals("2023-2024-2");
                boolean written = !end.isBefore(key.from().plusDays(28)) && end.isBefore(world.date());
                if (written && !(lastTerm && turn % 4 == 2) && turn % 11 != 10) {
                    review(key, term.name(), end.minusDays(6),
                            (turn + reviews.size()) % 2 == 0 ? Became.BETTER : Became.SAME);
                }
            }
        }

        private void ground(WeakKey key, WeakGround ground) {
            grounds.add(new WeakGround.Said(SampleIds.of(key.from(), "ground " + key), key, ground, key.from()));
        }

        private void closed(WeakKey key, LocalDate last) {
            review(key, "2021-2022-1", LocalDate.of(2022, 1, 14), Became.BETTER);
            if (closings.isEmpty()) {
                // Once it was closed too early and taken back.
                closings.add(closing(key, Closing.What.CLOSED, LocalDate.of(2022, 1, 21), "一次抽测已达到全区均值。",
                        LocalDate.of(2022, 1, 24)));
                closings.add(closing(key, Closing.What.TAKEN_BACK, LocalDate.of(2022, 1, 21), "",
                        LocalDate.of(2022, 2, 18)));
            }
            closings.add(closing(key, Closing.What.CLOSED, last, "连续两次监测达到全区均值，教研组能独立备课，经研究不再列入。", last));
        }

        private Closing closing(WeakKey key, Closing.What what, LocalDate last, String words, LocalDate on) {
            return new Closing(SampleIds.of(on, "closing " + what + key), key, what, last, words, on, "示例职员01");
        }

        private void review(WeakKey key, String term, LocalDate on, Became became) {
            reviews.add(new Review(SampleIds.of(on, "review " + term + key), key, term, became,
                    SEEN.get(reviews.size() % SEEN.size()), on, office(key.school())));
        }

        private void measures(int turn, WeakKey key) {
            LocalDate set = LocalDate.of(2024, 9, 10);
            Measure done = measure(0, key, set.minusYears(1), LocalDate.of(2024, 6, 14), teacher(key));
            step(done, What.STARTED, set.minusYears(1).plusDays(10), "");
            step(done, What.DONE, LocalDate.of(2024, 6, 12), "坚持了一个学年，教研组有 28 次记录。");
            Measure now = measure(turn + 1, key, set, LocalDate.of(2025, 1, 10), teacher(key));
            if (turn % 2 == 0) {
                step(now, What.STARTED, set.plusDays(7), "");
            }
            if (turn % 5 == 3) {
                measure(turn + 2, key, set, LocalDate.of(2024, 11, 8), null);
            }
            if (turn % 7 == 4) {
                step(measure(turn + 3, key, set, LocalDate.of(2024, 12, 20), null), What.DROPPED, set.plusDays(40),
                        "和学校原来的安排重复，合并到教研组活动里。");
            }
        }

        private Measure measure(int number, WeakKey key, LocalDate set, LocalDate until, @Nullable UUID person) {
            Measure measure = new Measure(SampleIds.of(set, "measure " + number + key), key,
                    DOING.get(number % DOING.size()), person, until, set, List.of());
            measures.add(measure);
            return measure;
        }

        private void step(Measure measure, What what, LocalDate on, String words) {
            steps.add(new Measure.Step(SampleIds.of(on, "measure step " + what + measure.id()), measure.id(), what,
                    words, on, office(measure.entry().school())));
        }

        private @Nullable UUID teacher(WeakKey key) {
            String school = name(key.school());
            return world.people().stream().filter(person -> school.equals(person.school())
                    && (key.whole() || key.subject().equals(person.subject()))).map(SampleWorld.Person::id)
                    .findFirst().orElse(null);
        }

        private String office(UUID school) {
            String at = name(school);
            return world.people().stream()
                    .filter(person -> at.equals(person.school()) && person.rank() == Rank.PRINCIPAL)
                    .map(SampleWorld.Person::name).findFirst().orElse("示例校长01");
        }

        private String name(UUID school) {
            return world.schools().stream().filter(each -> each.id().equals(school)).map(SampleWorld.School::name)
                    .findFirst().orElse("");
        }

        /** Two of the listed schools are said of: one with measures and reviews, one with its ground's decider only. */
        void schools() {
            WeakKey reviewed = new WeakKey(keys.of("大堰学校"), "", SamplePlaces.FORMED);
            ground(reviewed, new WeakGround(WeakGround.Kind.DATA, "示例：第一轮开始时的三科质量监测", "", "", SamplePlaces.FORMED));
            measure(1, reviewed, LISTED, LocalDate.of(2025, 6, 20), teacher(reviewed));
            review(reviewed, "2023-2024-2", LocalDate.of(2024, 6, 20), Became.BETTER);
            ground(new WeakKey(keys.of("方桥小学"), "", LocalDate.of(2023, 9, 1)), new WeakGround(
                    WeakGround.Kind.DECISION, "示例：教育局行政会议决定", "", "区教育局", LocalDate.of(2023, 8, 28)));
        }
    }
}
