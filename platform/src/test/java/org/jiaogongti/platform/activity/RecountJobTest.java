package org.jiaogongti.platform.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.charter.counting.InstanceKey;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.District;
import org.jiaogongti.platform.access.Posting;
import org.jiaogongti.platform.access.Role;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.obligation.Progresses;
import org.jiaogongti.platform.testing.PlatformTest;
import org.jiaogongti.platform.testing.TestCluster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What an earlier build wrote comes to owe its papers, once. */
@PlatformTest
class RecountJobTest {

    private static final District DISTRICT = new District("330213");

    private final RecountJob job;
    private final Activities activities;
    private final Progresses progresses;
    private final String database;
    private final UUID school;
    private final UUID community;
    private final List<UUID> made = new ArrayList<>();

    RecountJobTest(RecountJob job, Activities activities, Progresses progresses, JdbcClient jdbc,
            TransactionTemplate transaction, @Value("${jgt.database.url}") String database) {
        this.job = job;
        this.activities = activities;
        this.progresses = progresses;
        this.database = database;
        List<UUID> found = Scope.call(DISTRICT, () -> transaction.execute(_ -> jdbc.sql("""
                SELECT unnest(ARRAY[s.id, m.community]) FROM school.school s
                  JOIN community.membership m ON m.school = s.id WHERE s.name = '居敬小学' LIMIT 2
                """).query(UUID.class).list()));
        this.school = found.getFirst();
        this.community = found.getLast();
    }

    private Actor clerk() {
        return new Actor(new UUID(11, 82), null, "示例教务", Set.of(Posting.atSchool(Role.SCHOOL_CLERK, school)));
    }

    @AfterEach
    void takeBack() {
        made.forEach(id -> Scope.call(DISTRICT, () -> activities.withdraw(clerk(), id, 1, "试完了")));
    }

    private UUID plan(int number) {
        OccasionEntry entry = new OccasionEntry(UUID.randomUUID(), school.toString(), "2024-12-2" + number, "",
                school.toString(), school.toString(), "BACKBONE", "示例教师05", "joint-planning",
                Map.of("joint-planning", "1"), "数学", List.of("五"), "", "补算测试 " + number,
                Map.of(school.toString(), "5"), "no");
        Outcome outcome = Scope.call(DISTRICT, () -> activities.record(clerk(), entry, List.of()));
        made.add(((Outcome.Done) outcome).id());
        return made.getLast();
    }

    private boolean owes(String duty, UUID occasion) {
        return Scope.call(DISTRICT, () -> progresses.instance(
                new InstanceKey(duty, community.toString(), occasion.toString(), "2024-2025-1"))).isPresent();
    }

    @Test
    void whatAnEarlierBuildWroteOwesItsPapersAfterwardsAndIsLookedAtOnce() {
        assertThat(job.recount(DISTRICT)).as("nothing of today's is marked").isZero();
        UUID old = plan(3);
        UUID other = plan(4);
        // As a build wrote it that knew of no papers.
        TestCluster.shared().remove(database, List.of(
                "DELETE FROM obligation.progress WHERE derived_id = '" + old + "'",
                "UPDATE obligation.fact SET body = body - 'owes' WHERE source_id = '" + old + "'",
                "UPDATE activity.occasion SET recount = true WHERE id IN ('" + old + "', '" + other + "')"));
        assertThat(owes("Q08", old)).isFalse();
        assertThat(job.recount(DISTRICT)).isEqualTo(2);
        assertThat(List.of(owes("Q08", old), owes("Q09", old), owes("Q08", other), owes("Q09", other)))
                .containsOnly(true);
        assertThat(job.recount(DISTRICT)).as("a second time").isZero();
    }
}
