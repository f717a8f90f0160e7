package org.jiaogongti.platform.obligation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jiaogongti.charter.OccasionState;
import org.jiaogongti.charter.counting.InstanceKey;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.school.Schools;
import org.jiaogongti.platform.school.StaffCount;
import org.jiaogongti.platform.testing.EmptyPlatformTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;

/** Several people record at once: nothing is lost, nobody waits in a circle. */
@EmptyPlatformTest
final class ConcurrentCountsTest {

    private static final int PEOPLE = 4;
    private static final int RECORDS = 30;

    private final BeanFactory beans;
    private final Contributions contributions;
    private final Progresses progresses;
    private final Proof proof;
    private final LedgerDays days;
    private final Schools schools;

    ConcurrentCountsTest(BeanFactory beans, Contributions contributions, Progresses progresses, Proof proof,
            LedgerDays days, Schools schools) {
        this.beans = beans;
        this.contributions = contributions;
        this.progresses = progresses;
        this.proof = proof;
        this.days = days;
        this.schools = schools;
    }

    /** One person's work; the number tells people apart. */
    private interface Work {
        void run(int person);
    }

    private static void together(SmallDistrict small, Work work) {
        CyclicBarrier barrier = new CyclicBarrier(PEOPLE);
        try (ExecutorService people = Executors.newFixedThreadPool(PEOPLE)) {
            List<Future<Void>> all = new ArrayList<>();
            for (int person = 0; person < PEOPLE; person++) {
                int number = person;
                Callable<Void> task = () -> {
                    barrier.await();
                    Scope.run(small.district, () -> work.run(number));
                    return null;
                };
                all.add(people.submit(task));
            }
            for (Future<Void> each : all) {
                each.get();
            }
        } catch (Exception failed) {
            throw new AssertionError("somebody failed", failed);
        }
    }

    @Test
    void countsOfOneInstanceAreNeverLost() {
        SmallDistrict small = SmallDistrict.Founder.of(beans).found("440301");
        LocalDate day = LocalDate.of(2024, 10, 10);
        together(small, person -> {
            for (int i = 0; i < RECORDS; i++) {
                SourcedFacts record = new Facts(small).demonstration(day.plusDays(i % 20), 1);
                contributions.count(record.source(), record.facts());
                if (i % 3 == 0) {
                    contributions.withdraw(record.source());
                }
            }
        });
        Scope.run(small.district, () -> {
            InstanceKey key = new InstanceKey("Q21", small.lead(), "-", SmallDistrict.TERM);
            assertThat(progresses.instance(key).orElseThrow().standing().counted()).isEqualTo(PEOPLE * 20);
            assertThat(proof.differences()).isEmpty();
        });
    }

    @Test
    void manyInstancesInAnyOrderEndInNoCircle() {
        SmallDistrict small = SmallDistrict.Founder.of(beans).found("440302");
        together(small, person -> {
            RandomRecords records = new RandomRecords(small, new SplittableRandom(person));
            for (int i = 0; i < RECORDS; i++) {
                contributions.count(List.of(records.next(), records.next(), records.next()));
            }
        });
        Scope.run(small.district, () -> assertThat(proof.differences()).isEmpty());
    }

    @Test
    void peopleWhoChangeTheSameRecordFollowEachOther() {
        SmallDistrict small = SmallDistrict.Founder.of(beans).found("440303");
        Source source = Facts.newOccasion();
        together(small, person -> {
            for (int i = 1; i <= RECORDS; i++) {
                contributions
                        .count(List.of(new Facts(small).demonstration(source, LocalDate.of(2024, 10, 10), 1 + person,
                                i % 5 == 0 ? OccasionState.DISPUTED : OccasionState.HELD)));
            }
        });
        Scope.run(small.district, () -> assertThat(proof.differences()).isEmpty());
    }

    @Test
    void rulesAndDaysMayChangeWhilePeopleRecord() {
        SmallDistrict small = SmallDistrict.Founder.of(beans).found("440304");
        together(small, person -> {
            RandomRecords records = new RandomRecords(small, new SplittableRandom(100 + person));
            for (int i = 0; i < RECORDS; i++) {
                switch (person) {
                    case 0 -> schools.countTeachers(Actor.system(),
                            new StaffCount(small.schools.get(1 + i % 3).id(), LocalDate.of(2024, 9, 1), 5 + i));
                    case 1 -> days.moveTo(SmallDistrict.TODAY.plusDays(i % 7 * 10L));
                    default -> contributions.count(List.of(records.next(), new Facts(small).studyVisit(
                            LocalDate.of(2024, 10, 10), 1 + i % 9)));
                }
            }
        });
        Scope.run(small.district, () -> assertThat(proof.differences()).isEmpty());
    }
}
