package org.jiaogongti.platform.sample;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiaogongti.charter.OccasionState;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.activity.ActivityKind;
import org.jiaogongti.platform.activity.ActivityKind.Gate;
import org.jiaogongti.platform.activity.ActivityKinds;
import org.jiaogongti.platform.filing.Filing;
import org.jiaogongti.platform.filing.Filing.Approval;
import org.jiaogongti.platform.filing.Filing.State;
import org.jiaogongti.platform.filing.FilingHistory;
import org.jiaogongti.platform.filing.FilingHistory.Told;
import org.jiaogongti.platform.filing.FilingStep;
import org.jiaogongti.platform.filing.FilingStep.What;
import org.jiaogongti.platform.filing.PlanText;
import org.jiaogongti.platform.filing.PlanVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What was filed and checked about the occasions of the present term: most received, some waiting, one plan returned and handed
 * in again as the pictures show it, one asked back, one answered, some late, one taken back. Of earlier terms only the days
 * are known.
 */
@Component
final class FilingLoad {

    private static final LocalDate TERM = LocalDate.of(2024, 8, 20);
    private static final String DEPARTMENT = "示例研训01";
    private static final List<String> ADVICE = List.of("评课时请每组写一条能照着做的改进。", "课例选得好。请把作业设计也带上，一起看。", "时间再紧凑些，留二十分钟讨论。");
    private static final String AGENDA = """
            1. 看课例录像片段，20分钟。
            2. 分组评课，每组写一条能照着做的改进。
            3. 商定下一次共同研究的内容。""";

    private final FilingHistory history;

    FilingLoad(FilingHistory history) {
        this.history = history;
    }

    void load(SampleWorld world, SampleKeys keys) {
        Telling telling = new Telling(world, keys);
        world.occasions().stream().filter(each -> !each.date().isBefore(TERM)).forEach(telling::tell);
        history.takeOver(Actor.system(), telling.told);
    }

    /** What is told, occasion by occasion; the first of a sort gets the story, the others the usual course. */
    private static final class Telling {

        private final SampleWorld world;
        private final SampleKeys keys;
        private final ActivityKinds kinds = ActivityKinds.shipped();
        private final List<Told> told = new ArrayList<>();
        private int late;
        private int open;
        private int asked;

        Telling(SampleWorld world, SampleKeys keys) {
            this.world = world;
            this.keys = keys;
        }

        void tell(SampleOccasion occasion) {
            Gate gate = kinds.find(occasion.parts().getFirst().kind()).map(ActivityKind::gate).orElse(Gate.NONE);
            if (gate == Gate.NONE || occasion.ended() != null || occasion.joined() != null) {
                return;
            }
            LocalDate filed = occasion.filedOn();
            boolean planned = occasion.state() == OccasionState.PLANNED;
            if (gate == Gate.CHECKED_AND_FILED) {
                plan(occasion, planned);
            } else if (filed != null) {
                filing(occasion, filed, planned);
            } else if (!planned && late < 3) {
                late++;
                LocalDate after = occasion.date().plusDays(late + 1L);
                if (!after.isAfter(world.date())) {
                    Course course = new Course(occasion, Gate.FILED).write(after).step(What.FILED, after, "");
                    told.add(course.told(State.FILED, after, null));
                }
            }
        }

        private void plan(SampleOccasion occasion, boolean planned) {
            LocalDate approved = occasion.approvedOn();
            LocalDate filed = occasion.filedOn();
            LocalDateTime announced = occasion.announced();
            if (approved != null && filed != null) {
                LocalDate first = filed.isBefore(approved) ? filed : approved;
                boolean advice = Chance.of("advice", occasion.id()).percent(35);
                Course course = new Course(occasion, Gate.CHECKED_AND_FILED).write(first).step(What.SUBMITTED, first,
                        "");
                course.step(advice ? What.ADVISED : What.APPROVED, approved,
                        advice ? Chance.of("words", occasion.id()).pick(ADVICE) : "");
                boolean received = approved.isBefore(world.date().minusDays(4));
                if (received) {
                    course.step(What.ACCEPTED, approved.plusDays(1), "");
                }
                told.add(course.told(received ? State.ACCEPTED : State.FILED, filed, approved));
            } else if (planned && announced != null) {
                waiting(occasion, announced.toLocalDate());
            }
        }

        /** Plans that wait: the pictures' one in its second version, the others in their first; one was taken back. */
        private void waiting(SampleOccasion occasion, LocalDate announced) {
            if (occasion.topic().equals("教研活动：五上 光的反射")) {
                returned(occasion);
                return;
            }
            open++;
            LocalDate on = announced.isBefore(world.date().minusDays(open % 3))
                    ? world.date().minusDays(open % 3)
                    : announced;
            Course course = new Course(occasion, Gate.CHECKED_AND_FILED).write(on).step(What.SUBMITTED, on, "");
            if (open == 5) {
                course.step(What.TAKEN_BACK, world.date(), "日期还没有定，定了再交");
            } else if (open == 3) {
                course.step(What.RETURNED, world.date(), "没有写清看哪一节课。写上课例和年级，再交一次。");
            }
            told.add(course.told(open == 5 ? State.TAKEN_BACK : open == 3 ? State.RETURNED : State.CHECKING, null,
                    null));
        }

        private void returned(SampleOccasion occasion) {
            LocalDate first = LocalDate.of(2024, 11, 12);
            String title = "12月科学组教研活动方案";
            Course course = new Course(occasion, Gate.CHECKED_AND_FILED);
            course.text = new PlanText(title, "12月17日（周二）下午，居敬小学。", "五年级“光”单元的实验教学：从“看实验”到“做实验”。", """
                    1. 看 11月20日送教课《光的反射现象》的录像片段，20分钟。
                    2. 分组评课，每组写一条能照着做的改进。
                    3. 布置元旦前完成单元作业设计 1 份。""", "五校科学教师 13 人，每校不少于 1 人；育才、南浦全体科学教师参加。");
            course.write(first).step(What.SUBMITTED, first, "");
            course.step(What.RETURNED, LocalDate.of(2024, 11, 14), "时间太晚，离期末近；建议放到薄弱学校去上。");
            course.text = new PlanText(title, "12月4日（周三）下午 13:30，育才学校科学教室。", course.text.theme(), """
                    1. 看 11月20日送教课《光的反射现象》的录像片段，20分钟。
                    2. 分组评课，每组写一条能照着做的改进。用课堂编码看学生动手的时间，目标不少于 14 分钟。
                    3. 商定育才、南浦两校科学薄弱内容的整改措施，记入第 3 次共同研究。
                    4. 布置元旦前完成单元作业设计 1 份。""", course.text.people());
            course.write(world.date()).step(What.RESUBMITTED, world.date(), "");
            told.add(course.told(State.CHECKING, null, null));
        }

        private void filing(SampleOccasion occasion, LocalDate filed, boolean planned) {
            Course course = new Course(occasion, Gate.FILED).write(filed).step(What.FILED, filed, "");
            State state = State.FILED;
            if (!planned || filed.isBefore(world.date().minusDays(8))) {
                course.step(What.ACCEPTED, filed.plusDays(1), "");
                state = filed.plusDays(1).isAfter(world.date()) ? State.FILED : State.ACCEPTED;
            } else if (++asked % 6 == 2) {
                course.step(What.ASKED, world.date().minusDays(1), "参加的教师里有没有外校的？请补上学校和人数。");
                state = State.ASKED;
            } else if (asked % 6 == 4) {
                course.step(What.ASKED, world.date().minusDays(2), "上课的班级是哪一个？");
                course.step(What.ANSWERED, world.date().minusDays(1), "五年级 1 班，已经和学校说好。");
                state = State.ANSWERED;
            }
            told.add(course.told(state, filed, null));
        }

        /** What happens to one filing. */
        private final class Course {

            private final SampleOccasion occasion;
            private final Gate gate;
            private final List<PlanVersion> versions = new ArrayList<>();
            private final List<FilingStep> steps = new ArrayList<>();
            private PlanText text;

            Course(SampleOccasion occasion, Gate gate) {
                this.occasion = occasion;
                this.gate = gate;
                this.text = text();
            }

            private PlanText text() {
                SampleOccasion.Part main = occasion.parts().getFirst();
                String subject = main.subject() == null ? "" : main.subject();
                String kind = kinds.get(main.kind()).name();
                String host = world.school(occasion.host()).shortName();
                String title = gate == Gate.CHECKED_AND_FILED
                        ? occasion.date().getMonthValue() + "月" + subject + kind + "方案"
                        : "%02d-%02d %s %s%s 报备".formatted(occasion.date().getMonthValue(),
                                occasion.date().getDayOfMonth(), host, subject, kind);
                String people = occasion.participants().entrySet().stream()
                        .map(each -> world.school(each.getKey()).shortName() + " " + each.getValue() + " 人")
                        .collect(Collectors.joining("、"));
                return new PlanText(title, "%d月%d日%s，%s。".formatted(occasion.date().getMonthValue(),
                        occasion.date().getDayOfMonth(), occasion.slot() == null ? "" : " " + occasion.slot(),
                        occasion.host()), occasion.topic(), gate == Gate.CHECKED_AND_FILED ? AGENDA : "", people);
            }

            Course write(LocalDate day) {
                versions.add(new PlanVersion(versions.size() + 1, text, keys.accountOf(occasion.leader()),
                        occasion.leader(), day, RecordLoad.instant(day.atTime(7, 52))));
                return this;
            }

            Course step(What what, LocalDate day, String words) {
                String by = switch (what) {
                    case APPROVED, ADVISED, RETURNED -> researcher(occasion.parts().getFirst().subject());
                    case ASKED, ACCEPTED -> DEPARTMENT;
                    case SUBMITTED, FILED, RESUBMITTED, ANSWERED, TAKEN_BACK, ENDED -> occasion.leader();
                };
                if (!day.isAfter(world.date())) {
                    steps.add(new FilingStep(what, versions.size(), words, keys.accountOf(by), by, day,
                            RecordLoad.instant(day.atTime(8, 0).plusMinutes(steps.size() * 40L))));
                }
                return this;
            }

            private String researcher(@Nullable String subject) {
                return world.people().stream()
                        .filter(person -> person.name().startsWith("示例教研员") && person.subject() != null
                                && person.subject().equals(subject))
                        .map(SampleWorld.Person::name).findFirst().orElse("示例教研员01");
            }

            Told told(State state, @Nullable LocalDate filed, @Nullable LocalDate approved) {
                SampleOccasion.Part main = occasion.parts().getFirst();
                UUID id = SampleIds.of(versions.getFirst().on(), "filing " + occasion.id());
                Approval approval = approved == null
                        ? null
                        : new Approval(approved, versions.size(), versions.getLast().text().hash());
                Filing filing = new Filing(id, occasion.id(), gate, state, text.title(),
                        keys.of(occasion.community()), keys.of(RecordLoad.side(occasion)), main.subject(),
                        occasion.date(), versions.getFirst().author(), versions.getFirst().authorName(),
                        versions.size(), filed, approval);
                return new Told(filing, versions, steps);
            }
        }
    }
}
