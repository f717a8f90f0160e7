package org.jiaogongti.platform.activity.web;

import java.util.List;
import org.jiaogongti.platform.activity.Invitee;
import org.jiaogongti.platform.activity.Invitee.Way;
import org.jiaogongti.platform.activity.Invitees.GroupOffer;
import org.jiaogongti.platform.activity.Invitees.Sheet;
import org.jiaogongti.platform.activity.Occasion;
import org.jiaogongti.platform.community.Body;
import org.jiaogongti.platform.shell.Messages;
import org.jiaogongti.platform.shell.TableFile;

/**
 * The list of who is expected.
 *
 * @param problem what was refused, or empty
 */
public record InviteesView(Sheet sheet, String problem, Say say) {

    public String path() {
        return "/activities/" + sheet.occasion().id();
    }

    public Occasion occasion() {
        return sheet.occasion();
    }

    public List<Invitee> rows() {
        return sheet.invitees();
    }

    public String summary() {
        return summary(rows(), say.m());
    }

    /** How many are invited, how many signed up, how many wait. */
    public static String summary(List<Invitee> rows, Messages m) {
        long invited = rows.stream().filter(each -> each.way() == Way.INVITED).count();
        long signedUp = rows.stream().filter(each -> each.way() == Way.SIGNED_UP && each.hasPlace()).count();
        long waiting = rows.size() - invited - signedUp;
        return rows.isEmpty()
                ? m.t("occasion.invitees.none")
                : waiting > 0
                        ? m.t("occasion.invitees.counts.waiting", invited, signedUp, waiting)
                        : m.t("occasion.invitees.counts", invited, signedUp);
    }

    public String shape(Invitee invitee) {
        return invitee.hasPlace() ? invitee.way() == Way.INVITED ? "going" : "done" : "todo";
    }

    public String word(Invitee invitee) {
        return word(invitee, say.m());
    }

    public static String word(Invitee invitee, Messages m) {
        return invitee.hasPlace()
                ? m.t("occasion.way." + invitee.way().name())
                : m.t("occasion.waiting", invitee.waiting());
    }

    public String group(GroupOffer offer) {
        return offer.body() == Body.LEADING_GROUP
                ? say.m().t("occasion.group.leading", offer.communityName())
                : say.m().t("occasion.group.subject", offer.communityName(), offer.subject());
    }

    TableFile table() {
        Messages m = say.m();
        return new TableFile(
                m.t("occasion.invitees.title") + " " + occasion().said().date(), List.of(m.t("occasion.invitee.school"),
                        m.t("occasion.invitee.name"), m.t("occasion.invitee.way"), m.t("occasion.invitee.signature")),
                rows().stream().map(row -> List.of(row.schoolName(), row.name(), word(row), "")).toList());
    }
}
