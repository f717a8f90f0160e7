package org.jiaogongti.platform.inspection;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.HashMap;
import org.jiaogongti.platform.community.Composition;
import org.jiaogongti.platform.school.School;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.evidence.EvidenceFiles;
import org.jiaogongti.platform.evidence.EvidenceItem;
import org.jiaogongti.platform.inspection.Proceeding.Side;
import org.jiaogongti.platform.inspection.Proceeding.What;
import org.jiaogongti.platform.inspection.model.ProceedingCourse;
import org.jiaogongti.platform.inspection.model.Reach;
import org.jiaogongti.platform.inspection.store.FindingStore;
import org.jiaogongti.platform.inspection.store.InspectionStore;
import org.jiaogongti.platform.inspection.store.ProceedingStore;
import org.jiaogongti.platform.shell.Absent;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 责任追究 of units as far as somebody may see it. */
@Service
@Transactional(readOnly = true)
public class Proceedings {

    static final String KIND = "proceeding";

    private final ProceedingStore store;
    private final FindingStore findings;
    private final InspectionStore inspections;
    private final EvidenceFiles files;
    private final InspectionGround around;

    Proceedings(ProceedingStore store, FindingStore findings, InspectionStore inspections, EvidenceFiles files,
            InspectionGround around) {
        this.store = store;
        this.findings = findings;
        this.inspections = inspections;
        this.files = files;
        this.around = around;
    }

    /**
     * Which proceedings a list shows.
     *
     * @param running only those in which somebody has to act
     * @param school only this one's; null for all
     */
    public record Asked(boolean running, @Nullable UUID school) {}

    /**
     * A page of proceedings, the latest first.
     *
     * @param names of schools and communities
     * @param communities to which their schools belonged when they were opened, by proceeding
     * @param schools to choose from
     */
    public record Listed(List<Proceeding> proceedings, Map<UUID, String> names, Map<UUID, UUID> communities,
            List<School> schools, boolean opens, LocalDate today, boolean more) {

        public String name(UUID id) {
            return names.getOrDefault(id, "");
        }

        /** The community of the school it is about; empty where it belonged to none. */
        public String community(Proceeding proceeding) {
            UUID community = communities.get(proceeding.id());
            return community == null ? "" : name(community);
        }
    }

    /** A fixed number of selects. */
    public Listed list(Actor actor, Asked asked, @Nullable UUID after, int size) {
        Reach reach = new Reach(actor);
        Set<UUID> own = reach.district() ? null : reach.offices();
        List<Proceeding> found = store.page(own, asked, after, size + 1);
        List<School> schools = around.schools().all();
        Composition composition = around.communities().composition();
        Map<UUID, UUID> communities = new HashMap<>();
        found.forEach(each -> composition.membership(each.school(), each.by().on())
                .ifPresent(membership -> communities.put(each.id(), membership.community())));
        return new Listed(found.stream().limit(size).toList(), around.names(schools, composition), communities,
                schools.stream().filter(each -> own == null || own.contains(each.id())).toList(), reach.inspects(),
                around.today(), found.size() > size);
    }

    /**
     * A proceeding's page.
     *
     * @param community to which the school belonged when it was opened, or empty
     * @param findings it rests on
     * @param decided the action decided on last, or null
     * @param next what this person may say now
     * @param kept whether they would decide, but inspected or opened it themselves
     */
    public record Shown(Proceeding proceeding, String school, String community, List<Finding> findings,
            List<Proceeding.Step> steps,
            Map<UUID, List<EvidenceItem>> files, @Nullable AccountabilityAction decided, Set<What> next, boolean kept,
            InspectionRule.Limits limits, LocalDate today) {

        public List<EvidenceItem> files(UUID holder) {
            return files.getOrDefault(holder, List.of());
        }

        public boolean may(What what) {
            return next.contains(what);
        }

        public boolean said(What what) {
            return steps.stream().anyMatch(step -> step.what() == what);
        }
    }

    /**
     * One proceeding.
     *
     * @throws Absent where there is none, or it is against another school
     */
    public Shown show(Actor actor, UUID id) {
        Reach reach = new Reach(actor);
        Proceeding proceeding = store.find(id).filter(each -> reach.reads(each.school()))
                .orElseThrow(() -> new Absent(KIND, id));
        List<Proceeding.Step> steps = store.steps(List.of(id));
        Ground ground = ground(proceeding, steps);
        Set<What> next = next(reach, proceeding, ground);
        boolean kept = reach.decides() && next.stream().noneMatch(Proceedings::decides)
                && ProceedingCourse.next(proceeding, around.today()).stream().anyMatch(Proceedings::decides);
        Composition composition = around.communities().composition();
        Map<UUID, String> names = around.names(around.schools().all(), composition);
        return new Shown(proceeding, names.getOrDefault(proceeding.school(), ""),
                composition.membership(proceeding.school(), proceeding.by().on())
                        .map(membership -> names.getOrDefault(membership.community(), "")).orElse(""),
                ground.findings(),
                steps,
                files.of(steps.stream().map(Proceeding.Step::id).toList()).stream()
                        .collect(Collectors.groupingBy(EvidenceItem::holder)),
                ProceedingCourse.decided(steps), next, kept, limits(proceeding.year()), around.today());
    }

    private static boolean decides(What what) {
        return ProceedingCourse.side(what) == Side.DECIDER;
    }

    InspectionRule.Limits limits(String year) {
        return inspections.rule(year).orElseGet(() -> InspectionRule.usual(year)).limits();
    }

    /**
     * What a proceeding rests on.
     *
     * @param inspected accounts that opened it, found what it rests on, or answer for the visit where it was found
     * @param deciders those who decided in it so far
     */
    record Ground(List<Finding> findings, Set<UUID> inspected, Set<UUID> deciders) {}

    Ground ground(Proceeding proceeding, Collection<Proceeding.Step> steps) {
        List<Finding> found = findings.all(store.findings(proceeding.id()));
        Stream<UUID> visits = found.stream().map(each -> each.origin().inspection())
                .flatMap(Stream::ofNullable).distinct()
                .flatMap(id -> inspections.find(id).stream()).map(each -> each.by().account());
        Set<UUID> inspected = Stream.of(Stream.of(proceeding.by().account()),
                found.stream().map(each -> each.by().account()), visits).flatMap(each -> each)
                .collect(Collectors.toSet());
        return new Ground(found, inspected, steps.stream().filter(step -> step.what() == What.DECIDED)
                .map(step -> step.by().account()).collect(Collectors.toSet()));
    }

    /** What somebody may say now: who inspected does not decide, and who decided does not rule on the appeal. */
    Set<What> next(Reach reach, Proceeding proceeding, Ground ground) {
        Set<What> next = EnumSet.noneOf(What.class);
        ProceedingCourse.next(proceeding, around.today()).stream()
                .filter(what -> switch (ProceedingCourse.side(what)) {
                    case SCHOOL -> reach.answers(proceeding.school());
                    case OPENER -> reach.inspects();
                    case DECIDER -> reach.decides() && free(reach, ground, what);
                }).forEach(next::add);
        return next;
    }

    private static boolean free(Reach reach, Ground ground, What what) {
        boolean ruling = what == What.UPHELD || what == What.LIGHTENED || what == What.REVOKED;
        return ground.inspected().stream().noneMatch(reach.actor()::actsFor)
                && !(ruling && ground.deciders().stream().anyMatch(reach.actor()::actsFor));
    }

    /** What a new proceeding starts from: a finding, with the other findings of the school that are late or were not put right. */
    public record Offer(UUID school, String name, List<Finding> findings, UUID chosen, InspectionRule.Limits limits,
            LocalDate today) {}

    public Offer offer(Actor actor, UUID finding) {
        Finding found = findings.find(finding).filter(_ -> new Reach(actor).inspects())
                .orElseThrow(() -> new Absent(Findings.KIND, finding));
        List<Finding> open = findings.page(
                new FindingFilter(FindingFilter.Show.NOW, found.school(), null, null), null, null,
                Proceeding.MOST_FINDINGS, around.today());
        List<Finding> all = open.stream().anyMatch(each -> each.id().equals(finding))
                ? open
                : Stream.concat(Stream.of(found), open.stream()).toList();
        return new Offer(found.school(), around.schoolNames().getOrDefault(found.school(), ""), all, finding,
                limits(Inspections.year(around.calendars().current(), around.today())), around.today());
    }

    /** What waits for a school's office: to reply, or to appeal. */
    public List<Proceeding> waiting(Actor actor, UUID school) {
        return new Reach(actor).answers(school)
                ? store.page(List.of(school), new Asked(true, null), null, 20).stream()
                        .filter(each -> each.state() == Proceeding.State.NOTICED
                                || each.state() == Proceeding.State.DECIDED)
                        .filter(each -> each.due() != null && !each.due().isBefore(around.today())).toList()
                : List.of();
    }
}
