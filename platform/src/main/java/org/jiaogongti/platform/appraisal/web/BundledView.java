package org.jiaogongti.platform.appraisal.web;

import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jiaogongti.charter.appraising.BundledEvaluation;
import org.jiaogongti.charter.appraising.Scheme;
import org.jiaogongti.charter.appraising.Sensitivity;
import org.jiaogongti.platform.appraisal.Appraisals.Desk;
import org.jiaogongti.platform.appraisal.CommunitySheet;
import org.jspecify.annotations.Nullable;

/** 捆绑评价: every school's own, shared and progress part, its partners' mean, and the result; never by result. */
public record BundledView(Desk desk, Words words) {

    /** By how many points the weights may be moved when it is asked who can be told apart. */
    private static final int MOVED = 5;

    public String year() {
        return desk.year().name();
    }

    public Scheme.@Nullable Bundle bundle() {
        return desk.sheet().scheme().bundle();
    }

    public String points(@Nullable BigFraction points) {
        return points == null ? words.m().t("appraisal.nothing") : Figures.points(points);
    }

    /** Whether the scheme counts progress and no school has any to show, since the year before is not decided. */
    public boolean progressUnknown() {
        Scheme.Bundle bundle = bundle();
        return bundle != null && bundle.parts().progress() > 0 && desk.sheet().communities().stream()
                .flatMap(community -> community.bundled().stream()).allMatch(each -> each.progress() == null);
    }

    /** What can be done about it: of a frozen year nothing any more. */
    public String progressHow() {
        return words.m()
                .t(desk.run() == null ? "appraisal.bundled.progress.decide" : "appraisal.bundled.progress.frozen");
    }

    public String change(BundledEvaluation each) {
        return Papers.change(each);
    }

    public boolean lead(CommunitySheet community, BundledEvaluation each) {
        return community.schools().stream().anyMatch(school -> school.lead() && school.name().equals(each.school()));
    }

    /** Pairs of communities that the appraisal cannot tell apart, in words. */
    public List<String> alike() {
        Scheme scheme = desk.sheet().scheme();
        return Sensitivity.of(scheme.score(), desk.sheet().appraisals(), scheme.grant().threshold(), MOVED).alike()
                .stream().filter(pair -> shown(pair.ahead()) && shown(pair.behind())).map(this::says).toList();
    }

    private boolean shown(String community) {
        return desk.shown().stream().anyMatch(each -> each.name().equals(community));
    }

    /** In the notice's order, so that the sentence is no ranking. */
    private String says(Sensitivity.Pair pair) {
        List<String> names = desk.sheet().communities().stream().map(CommunitySheet::name).toList();
        boolean swap = names.indexOf(pair.ahead()) > names.indexOf(pair.behind());
        String first = swap ? pair.behind() : pair.ahead();
        String second = swap ? pair.ahead() : pair.behind();
        return words.m().t(pair.why().contains(Sensitivity.Why.WEIGHTS)
                ? "appraisal.alike.WEIGHTS"
                : "appraisal.alike.ONE_MORE", first, second, MOVED);
    }
}
