package org.jiaogongti.platform.advice.web;

import java.util.List;
import java.util.Optional;
import org.jiaogongti.platform.activity.OccasionBrief;
import org.jiaogongti.platform.advice.Adviser;
import org.jiaogongti.platform.advice.Advisers.Shown;
import org.jiaogongti.platform.advice.InvitationLink;
import org.jiaogongti.platform.advice.Recommendation;
import org.jiaogongti.platform.advice.Visit;
import org.jiaogongti.platform.shell.QrPath;
import org.jspecify.annotations.Nullable;

/**
 * One adviser's page.
 *
 * @param problem message key of what was wrong with the form that came last, or empty
 * @param made the link that was just made, or null
 */
public record AdviserView(Shown shown, Words words, String problem, @Nullable Made made) {

    /**
     * A link to copy or to scan; this page shows it once.
     *
     * @param token for the letter
     */
    public record Made(InvitationLink link, String address, String token, QrPath qr) {}

    public Adviser adviser() {
        return shown.adviser();
    }

    public String path() {
        return "/advisers/" + adviser().id();
    }

    /** Where it was, for who may read it. */
    public Optional<OccasionBrief> brief(Visit visit) {
        return Optional.ofNullable(shown.briefs().get(visit.occasion()));
    }

    public List<Recommendation> given(Visit visit) {
        return shown.recommendations().stream().filter(each -> each.visit().equals(visit.id())).toList();
    }

    public Recommendation.State state(Recommendation given) {
        return given.state(shown.today());
    }

    public String opens(InvitationLink link) {
        OccasionBrief brief = link.occasion() == null ? null : shown.briefs().get(link.occasion());
        return brief == null
                ? words.m().t(link.occasion() == null ? "advice.link.opens.advice" : "advice.link.opens.gone")
                : words.occasion(brief);
    }

    public InvitationLink.State state(InvitationLink link) {
        return link.state(shown.today());
    }

    public boolean revocable(InvitationLink link) {
        return link.opens(shown.today());
    }

    public String latest() {
        return shown.today().plusDays(InvitationLink.LONGEST_DAYS).toString();
    }
}
