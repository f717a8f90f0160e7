package org.jiaogongti.platform.appraisal.web;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jiaogongti.charter.appraising.Appraisal.Weighed;
import org.jiaogongti.charter.appraising.Grants;
import org.jiaogongti.charter.appraising.Scheme;
import org.jiaogongti.charter.appraising.Scheme.SchoolShare;
import org.jiaogongti.charter.counting.InstanceKey;
import org.jiaogongti.charter.counting.Status;
import org.jiaogongti.platform.appraisal.Appraisals.Desk;
import org.jiaogongti.platform.appraisal.CommunitySheet;
import org.jiaogongti.platform.appraisal.CommunitySheet.Member;
import org.jiaogongti.platform.appraisal.Run;
import org.jiaogongti.platform.appraisal.SheetPart.Duty;
import org.jiaogongti.platform.appraisal.SheetPart.Item;
import org.jiaogongti.platform.appraisal.model.LeftOut;
import org.jiaogongti.platform.obligation.PeriodNames;

/** One community's sheet, from the score down to the instances. */
public record CommunityView(Desk desk, CommunitySheet community, Words words) {

    public Scheme scheme() {
        return desk.sheet().scheme();
    }

    public String year() {
        return desk.year().name();
    }

    public String communityHref() {
        return Words.path(year(), "communities", community.id().toString()) + desk.query();
    }

    public String deskHref() {
        String query = desk.query();
        return Words.PATH + "?year=" + year() + (query.isEmpty() ? "" : "&" + query.substring(1));
    }

    public String dutyName(String duty) {
        return Words.duty(desk.inForce(), duty);
    }

    public String dutyHref(String duty) {
        return Words.path(year(), "communities", community.id().toString(), duty) + desk.query();
    }

    public String schoolHref(Member school) {
        return Words.path(year(), "schools", school.id().toString()) + desk.query();
    }

    /** Whether the points of the sections were rounded before they were added. */
    public boolean rounded() {
        return scheme().score().decimals() != null;
    }

    /** What the denominator leaves out, by duty and reason. */
    public List<LeftOut> leftOut() {
        return LeftOut.of(desk.sheet().frozen(), community.key());
    }

    /** A school's line in the division of the community's grant. */
    public record Share(Member school, String contribution, List<String> portions, String yuan) {}

    public List<Share> shares() {
        List<Grants.Part<SchoolShare>> parts = parts();
        return community.schools().stream().map(school -> new Share(school,
                Figures.points(community.appraisal().contributions().getOrDefault(school.name(), BigFraction.ZERO)),
                parts.stream().map(part -> words.yuan(part.shares().getOrDefault(school.name(), BigInteger.ZERO),
                        scheme())).toList(),
                words.yuan(community.fen(school), scheme()))).toList();
    }

    public String shareTitle() {
        return community.grant().fen().signum() == 0
                ? words.m().t("appraisal.shares.none")
                : words.m().t("appraisal.shares", words.yuan(community.grant().fen(), scheme()));
    }

    public List<String> shareHeads() {
        return parts().stream().map(part -> words.by(part.portion().by(), scheme().grant())).toList();
    }

    private List<Grants.Part<SchoolShare>> parts() {
        return Grants.schoolParts(scheme().grant(), community.appraisal(), community.grant().fen());
    }

    public String contributed() {
        return Figures.points(sum(community.appraisal().contributions().values()));
    }

    /** What of the score nobody in the community led: done by others, or without a leading school. */
    public String uncontributed() {
        BigFraction brought = sum(community.appraisal().instances().stream().map(Weighed::points).toList());
        return Figures.points(brought.subtract(sum(community.appraisal().contributions().values())));
    }

    private static BigFraction sum(Collection<BigFraction> all) {
        return all.stream().reduce(BigFraction.ZERO, BigFraction::add);
    }

    /**
     * An instance on the page of its duty.
     *
     * @param href where it opens down to its records, or empty
     */
    public record Line(Item item, String who, String what, String period, String href, String state) {}

    public Line line(Item item) {
        InstanceKey key = item.progress().key();
        InstanceKey live = desk.sheet().places().live(key);
        return new Line(item, desk.sheet().places().name(key.bearer()), desk.sheet().places().counterpart(key),
                PeriodNames.of(key.period(), words.m()), live == null ? "" : Words.instance(live),
                state(item.progress().status()));
    }

    private static String state(Status status) {
        return switch (status) {
            case MET -> "done";
            case OPEN -> "going";
            case MISSED -> "late";
            case NOT_YET -> "todo";
            case OPTIONAL -> "opt";
            case WAIVED -> "waived";
            case SUSPENDED -> "susp";
        };
    }

    /** Who led how much of an instance and what that brought. */
    public String led(Item item) {
        StringBuilder all = new StringBuilder();
        Map<String, Integer> led = led(item.weighed().standing().led());
        item.brought().forEach((school, points) -> all.append(all.isEmpty() ? "" : "、")
                .append(words.m().t("appraisal.led.one", school, led.getOrDefault(school, 0),
                        Figures.points(points))));
        return all.toString();
    }

    private Map<String, Integer> led(Map<String, Integer> byKey) {
        Map<String, Integer> byName = new HashMap<>();
        community.schools().forEach(school -> byName.put(school.name(), byKey.getOrDefault(school.key(), 0)));
        return byName;
    }

    /** A duty that a school had a part in. */
    public record Own(Duty duty, String points, int led) {}

    public List<Own> own(Member school) {
        List<Own> all = new ArrayList<>();
        community.parts().forEach(part -> part.duties().forEach(duty -> {
            BigFraction points = duty.of(school.name());
            if (points.signum() != 0) {
                int led = duty.items().stream()
                        .mapToInt(item -> item.weighed().standing().led().getOrDefault(school.key(), 0)).sum();
                all.add(new Own(duty, Figures.points(points), led));
            }
        }));
        return all;
    }

    /** Instances that the school itself owes and that are not done. */
    public List<Line> owed(Member school) {
        return community.parts().stream().flatMap(part -> part.duties().stream())
                .flatMap(duty -> duty.items().stream()).filter(item -> item.progress().key().bearer().equals(school
                        .key()) && item.progress().left() > 0)
                .map(this::line).toList();
    }

    /** Whether somebody is a school's office: it alone answers for the school. */
    public boolean office(Member school) {
        return desk.reach().offices().contains(school.id());
    }

    /** Whether the school may still object and remark. */
    public boolean selfOpen(Member school) {
        Run run = desk.run();
        return run != null && run.stage() == Run.Stage.SELF && !desk.reach().today().isAfter(run.selfUntil())
                && office(school);
    }

    public String quote(String duty) {
        return desk.inForce().charter().obligation(duty).map(each -> each.head().quote().text()).orElse("");
    }

    /** What the notice says of the yearly appraisal. */
    public Words.Quoted notice() {
        return Words.quoted(desk.inForce(), Words.YEARLY, Words.YEARLY_WORDS);
    }
}
