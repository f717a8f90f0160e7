package org.jiaogongti.platform.staff.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jiaogongti.platform.shell.Messages;
import org.jiaogongti.platform.staff.Days;
import org.jiaogongti.platform.staff.Mentoring.Shown;
import org.jiaogongti.platform.staff.MentoringMeeting;
import org.jiaogongti.platform.staff.MentoringPair;
import org.jiaogongti.platform.staff.web.PlacementView.Line;

/**
 * One mentoring pair's page.
 *
 * @param problem message key of what was wrong with the form that came last, or empty
 * @param form which form that was, or empty
 * @param typed what it held
 */
public record PairView(Shown shown, Messages m, String problem, String form, Map<String, String> typed) {

    private MentoringPair pair() {
        return shown.pair();
    }

    public String path() {
        return "/mentoring/" + pair().id();
    }

    public String title() {
        return m.t("staff.mentoring.two", shown.name(pair().two().mentor()), shown.name(pair().two().mentee()));
    }

    public String lead() {
        return m.t("staff.mentoring.lead", shown.name(pair().two().mentorSchool()),
                shown.name(pair().two().menteeSchool()), MentoringView.met(m, shown.met()));
    }

    public String state() {
        return MentoringView.shape(shown.state());
    }

    public String word() {
        return MentoringView.word(m, shown.state());
    }

    /** What the agreed time says where it has passed; else empty. */
    public String late() {
        Integer weeks = pair().agreement().weeks();
        return shown.state() == MentoringPair.State.LATE && weeks != null
                ? m.t("staff.mentoring.late", weeks, pair().weeksSince(shown.today(), shown.met().last()))
                : "";
    }

    public List<Line> facts() {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(m.t("staff.mentoring.agreement"),
                m.t("staff.mentoring.signed", pair().agreement().document(), pair().agreement().on().toString())));
        lines.add(new Line(m.t("staff.placement.days"), Words.days(m, pair().from(), pair().to())));
        Integer weeks = pair().agreement().weeks();
        lines.add(new Line(m.t("staff.mentoring.weeks"),
                weeks == null ? m.t("staff.mentoring.weeks.none") : m.t("staff.mentoring.weeks.every", weeks)));
        MentoringPair.Ending ending = pair().ending();
        if (ending != null) {
            lines.add(new Line(m.t("staff.mentoring.ended"),
                    m.t("staff.mentoring.ended.why", ending.on().toString(), ending.reason())));
        }
        lines.add(new Line(m.t("staff.mentoring.young"), shown.young()
                .map(young -> m.t(young ? "staff.mentoring.young.yes" : "staff.mentoring.young.not"))
                .orElse(m.t("staff.mentoring.young.unknown"))));
        return lines;
    }

    public List<MentoringMeeting> meetings() {
        return shown.meetings();
    }

    public boolean ended() {
        return pair().ending() != null;
    }

    public boolean endable() {
        return shown.keeps() && !ended() && pair().days(shown.today()) != Days.ENDED;
    }

    /** The latest day that a meeting may have. */
    public String latest() {
        return pair().days(shown.today()) == Days.ENDED
                ? String.valueOf(pair().last())
                : shown.today().toString();
    }

    /** What a field held when the form came back; else what it starts with. */
    public String typed(String of, String field, String start) {
        return form.equals(of) ? typed.getOrDefault(field, "") : start;
    }
}
