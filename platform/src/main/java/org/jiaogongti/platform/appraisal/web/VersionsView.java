package org.jiaogongti.platform.appraisal.web;

import java.util.List;
import org.jiaogongti.charter.counting.InstanceKey;
import org.jiaogongti.platform.appraisal.Appraisals.Desk;
import org.jiaogongti.platform.appraisal.Run.Version;
import org.jiaogongti.platform.appraisal.Runs.Compared;
import org.jiaogongti.platform.appraisal.model.Difference;
import org.jiaogongti.platform.obligation.PeriodNames;

/** A year's versions beside each other. */
public record VersionsView(Desk desk, List<Compared> compared, Words words) {

    public VersionsView {
        compared = List.copyOf(compared);
    }

    public String year() {
        return desk.year().name();
    }

    /** How the last version is verified elsewhere. */
    public String command() {
        Version last = compared.getFirst().version();
        return "./jgt verify " + words.m().t("appraisal.archive.file", year(), last.number()) + ".zip --code "
                + last.code();
    }

    public String line(Version version) {
        String proposer = version.proposer();
        return proposer == null
                ? words.m().t("appraisal.version.by", version.actorName(), version.on().toString())
                : words.m().t("appraisal.version.signed", proposer, version.actorName(), version.on().toString());
    }

    /** A difference in words. */
    public String says(Difference difference) {
        return switch (difference) {
            case Difference.Counted counted -> words.m().t("appraisal.difference.counted", counted.community(),
                    Words.duty(desk.inForce(), counted.key().duty()), whose(counted.key()),
                    PeriodNames.of(counted.key().period(), words.m()), counted.before() + "/" + counted.targetBefore(),
                    counted.after() + "/" + counted.target());
            case Difference.Score score -> words.m().t("appraisal.difference.score", score.community(),
                    Figures.points(score.before()), Figures.points(score.after()));
            case Difference.Grant grant -> words.m().t("appraisal.difference.grant", grant.community(),
                    words.yuan(grant.before(), desk.sheet().scheme()),
                    words.yuan(grant.after(), desk.sheet().scheme()));
            case Difference.SchoolGrant grant -> words.m().t("appraisal.difference.school", grant.community(),
                    grant.school(), words.yuan(grant.before(), desk.sheet().scheme()),
                    words.yuan(grant.after(), desk.sheet().scheme()));
        };
    }

    /** Who owes it, and to whom or what. */
    private String whose(InstanceKey key) {
        String bearer = desk.sheet().places().name(key.bearer());
        String counterpart = desk.sheet().places().counterpart(key);
        return counterpart.isEmpty() ? bearer : words.m().t("appraisal.difference.towards", bearer, counterpart);
    }

    /** What matters most: scores and counted instances; the money that moves with them stands below. */
    public List<Difference> main(Compared of) {
        return of.differences().stream().filter(VersionsView::main).toList();
    }

    public List<Difference> money(Compared of) {
        return of.differences().stream().filter(each -> !main(each)).toList();
    }

    private static boolean main(Difference difference) {
        return switch (difference) {
            case Difference.Counted _,Difference.Score _ -> true;
            case Difference.Grant _,Difference.SchoolGrant _ -> false;
        };
    }
}
