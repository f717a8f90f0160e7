package org.jiaogongti.platform.obligation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.charter.counting.InstanceKey;
import org.jiaogongti.charter.counting.Status;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.Posting;
import org.jiaogongti.platform.access.Role;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.community.Communities;
import org.jiaogongti.platform.community.SchoolWeakSubject;
import org.jiaogongti.platform.obligation.WaiverLine.LeftOut;
import org.jiaogongti.platform.obligation.WaiverOrder.BearerKind;
import org.jiaogongti.platform.school.Change;
import org.jiaogongti.platform.testing.EmptyPlatformTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;

@EmptyPlatformTest
final class WaiversTest {

    private static final Actor LEADER = new Actor(UUID.randomUUID(), null, "示例领导01",
            Set.of(Posting.inDistrict(Role.BUREAU_LEADER)));
    private static final Actor CLERK = new Actor(UUID.randomUUID(), null, "示例职员01",
            Set.of(Posting.inDistrict(Role.BUREAU_CLERK)));

    private final BeanFactory beans;
    private final Waivers waivers;
    private final Progresses progresses;
    private final Communities communities;
    private final Proof proof;

    WaiversTest(BeanFactory beans, Waivers waivers, Progresses progresses, Communities communities, Proof proof) {
        this.beans = beans;
        this.waivers = waivers;
        this.progresses = progresses;
        this.communities = communities;
        this.proof = proof;
    }

    private static WaiverOrder order(List<String> duties, BearerKind kind, List<String> bearers,
            @Nullable Integer target) {
        return new WaiverOrder(duties, kind, bearers, LocalDate.of(2024, 9, 1), LocalDate.of(2025, 1, 31), target,
                "示例原因", "示例文件", "示例领导01", LocalDate.of(2024, 10, 1));
    }

    private Standing standing(String duty, String bearer) {
        return progresses.instance(new InstanceKey(duty, bearer, "-", SmallDistrict.TERM)).orElseThrow().standing();
    }

    @Test
    void aDecisionIsResolvedIntoInstancesByTheirLastDay() {
        SmallDistrict small = SmallDistrict.Founder.of(beans).found("440401");
        Scope.run(small.district, () -> {
            WaiverOrder order = order(List.of("Q21", "Q22"), BearerKind.DISTRICT, List.of(), null);
            List<WaiverLine> preview = waivers.preview(order);
            assertThat(preview).hasSize(4).allMatch(WaiverLine::changes)
                    .allMatch(line -> line.before().key().period().equals(SmallDistrict.TERM))
                    .allMatch(line -> line.after().status() == Status.WAIVED);
            assertThat(standing("Q21", small.lead()).status()).isEqualTo(Status.MISSED);
            Decided.Entered entered = (Decided.Entered) waivers.decide(LEADER, order);
            assertThat(entered.lines()).isEqualTo(preview);
            assertThat(standing("Q21", small.lead()).status()).isEqualTo(Status.WAIVED);
            assertThat(progresses.instance(new InstanceKey("Q21", small.lead(), "-", SmallDistrict.TERM)).orElseThrow()
                    .waiver().orElseThrow().order()).isEqualTo(order);
            assertThat(waivers.lines(entered.id())).hasSize(4);
            assertThat(waivers.revoke(LEADER, entered.id(), "示例撤销")).isEqualTo(new Decided.Revoked(entered.id()));
            assertThat(standing("Q21", small.lead()).status()).isEqualTo(Status.MISSED);
            assertThat(waivers.find(entered.id()).orElseThrow().stands()).isFalse();
            assertThat(waivers.revoke(LEADER, entered.id(), "示例撤销"))
                    .isEqualTo(new Decided.Refused("waiver.refused.revoked"));
        });
    }

    @Test
    void anInstanceWithADecisionIsShownAndLeftOut() {
        SmallDistrict small = SmallDistrict.Founder.of(beans).found("440402");
        Scope.run(small.district, () -> {
            waivers.decide(LEADER, order(List.of("Q21"), BearerKind.SCHOOL, List.of(small.lead()), 8));
            assertThat(standing("Q21", small.lead()).target()).isEqualTo(8);
            List<WaiverLine> second = waivers.preview(order(List.of("Q21", "Q16"), BearerKind.DISTRICT, List.of(), 1));
            assertThat(second).extracting(WaiverLine::leftOut).containsExactlyInAnyOrder(LeftOut.DECIDED_ALREADY, null,
                    LeftOut.NOT_LESS, LeftOut.NOT_LESS);
            waivers.decide(LEADER, order(List.of("Q21", "Q16"), BearerKind.DISTRICT, List.of(), 1));
            assertThat(standing("Q21", small.lead()).target()).isEqualTo(8);
            assertThat(waivers.decide(LEADER, order(List.of("Q21"), BearerKind.DISTRICT, List.of(), null)))
                    .isEqualTo(new Decided.Refused("waiver.refused.nothing"));
        });
    }

    @Test
    void onlyTheBureausLeadersAndAdministratorsDecide() {
        SmallDistrict small = SmallDistrict.Founder.of(beans).found("440403");
        Scope.run(small.district, () -> {
            assertThat(waivers.decide(CLERK, order(List.of("Q21"), BearerKind.DISTRICT, List.of(), null)))
                    .isEqualTo(new Decided.Refused("waiver.refused.role"));
            assertThat(waivers.all()).isEmpty();
        });
    }

    @Test
    void aDecisionLiesAgainOnAnInstanceThatComesBack() {
        SmallDistrict small = SmallDistrict.Founder.of(beans).found("440404");
        Scope.run(small.district, () -> {
            InstanceKey weak = new InstanceKey("Q13", small.community(), small.member(1) + "/科学", SmallDistrict.TERM);
            waivers.decide(LEADER, order(List.of("Q13"), BearerKind.COMMUNITY, List.of(small.community()), null));
            assertThat(progresses.instance(weak).orElseThrow().standing().status()).isEqualTo(Status.WAIVED);
            UUID community = small.communities.getFirst().id();
            UUID school = small.schools.get(1).id();
            assertThat(communities.endWeak(Actor.system(), community, school, "科学", LocalDate.of(2024, 8, 1)))
                    .isEqualTo(new Change.Done());
            assertThat(progresses.instance(weak)).isEmpty();
            assertThat(communities.markWeak(Actor.system(),
                    new SchoolWeakSubject(community, school, "科学", LocalDate.of(2024, 8, 20), null)))
                    .isEqualTo(new Change.Done());
            assertThat(progresses.instance(weak).orElseThrow().standing().status()).isEqualTo(Status.WAIVED);
            assertThat(proof.differences()).isEmpty();
        });
    }
}
