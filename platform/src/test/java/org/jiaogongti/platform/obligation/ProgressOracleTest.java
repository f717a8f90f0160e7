package org.jiaogongti.platform.obligation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jiaogongti.charter.World.Role;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.community.Communities;
import org.jiaogongti.platform.community.Memberships;
import org.jiaogongti.platform.community.SchoolMembership;
import org.jiaogongti.platform.community.SchoolWeakSubject;
import org.jiaogongti.platform.community.SubjectGroup;
import org.jiaogongti.platform.school.Schools;
import org.jiaogongti.platform.school.StaffCount;
import org.jiaogongti.platform.testing.EmptyPlatformTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanFactory;

/** Whatever happens in whatever order, progress by deltas is what a whole evaluation comes to. */
@EmptyPlatformTest
final class ProgressOracleTest {

    private static final int OPERATIONS = 300;

    private final BeanFactory beans;
    private final Contributions contributions;
    private final Proof proof;
    private final LedgerDays days;
    private final Schools schools;
    private final Communities communities;
    private final Memberships memberships;
    private final Adoption adoption;
    private final Waivers waivers;
    private final Progresses progresses;

    ProgressOracleTest(BeanFactory beans, Contributions contributions, Proof proof, LedgerDays days, Schools schools,
            Communities communities, Memberships memberships, Adoption adoption, Waivers waivers,
            Progresses progresses) {
        this.beans = beans;
        this.contributions = contributions;
        this.proof = proof;
        this.days = days;
        this.schools = schools;
        this.communities = communities;
        this.memberships = memberships;
        this.adoption = adoption;
        this.waivers = waivers;
        this.progresses = progresses;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void deltasAgreeWithTheWholeAfterAnySequence(int seed) {
        SmallDistrict small = SmallDistrict.Founder.of(beans).found("44010" + seed);
        Scope.run(small.district, () -> play(small, seed));
    }

    private void play(SmallDistrict small, int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        RandomRecords records = new RandomRecords(small, random);
        List<Source> known = new ArrayList<>();
        for (int step = 1; step <= OPERATIONS; step++) {
            String done = act(small, random, records, known);
            if (step % 20 == 0) {
                assertThat(proof.differences()).as("seed %d, step %d, last %s", seed, step, done).isEmpty();
            }
        }
        days.moveTo(SmallDistrict.TODAY);
        List<Standing> standings = progresses.board(SmallDistrict.TERM).orElseThrow().standings();
        // A proof over nothing would prove nothing.
        assertThat(standings.stream().filter(each -> each.counted() > 0).map(Standing::duty).distinct().count())
                .as("duties that something counts for").isGreaterThan(7);
    }

    private String act(SmallDistrict small, SplittableRandom random, RandomRecords records, List<Source> known) {
        int dice = random.nextInt(100);
        if (dice < 45 || known.isEmpty()) {
            List<SourcedFacts> batch = new ArrayList<>();
            for (int i = random.nextInt(4); i >= 0; i--) {
                batch.add(records.next());
            }
            batch.forEach(record -> known.add(record.source()));
            contributions.count(batch);
            return "count";
        }
        Source source = known.get(random.nextInt(known.size()));
        if (dice < 65) {
            contributions.count(List.of(records.again(source)));
            return "change";
        }
        if (dice < 75) {
            contributions.withdraw(source);
            return "withdraw";
        }
        if (dice < 85) {
            days.moveTo(LocalDate.of(2024, 2, 1).plusDays(random.nextInt(520)));
            return "day";
        }
        return changeWorld(small, random);
    }

    private String changeWorld(SmallDistrict small, SplittableRandom random) {
        UUID community = small.communities.get(random.nextInt(2)).id();
        UUID school = small.schools.get(1 + random.nextInt(3)).id();
        LocalDate day = LocalDate.of(2024, 3, 1).plusDays(random.nextInt(400));
        String subject = SmallDistrict.SUBJECTS.get(random.nextInt(4));
        return switch (random.nextInt(7)) {
            case 0 -> "teachers " + schools.countTeachers(Actor.system(),
                    new StaffCount(school, day, 5 + random.nextInt(60)));
            case 1 -> "move " + memberships.move(Actor.system(),
                    new SchoolMembership(school, community, Role.MEMBER, day, null));
            case 2 -> "weak " + communities.markWeak(Actor.system(),
                    new SchoolWeakSubject(community, school, subject, day, null));
            case 3 -> "weak no more " + communities.endWeak(Actor.system(), community, school, subject, day);
            case 4 -> "group " + communities.formGroup(Actor.system(), new SubjectGroup(community, subject, day, null));
            case 5 -> "no group " + communities.dissolveGroup(Actor.system(), community, subject, day);
            default -> {
                boolean later = random.nextBoolean();
                adoption.adopt("fenghua-2019", later ? List.of("moe-exams-2021") : List.of(), null);
                yield "adopt " + waivers.all().size();
            }
        };
    }
}
