package org.jiaogongti.platform.activity.web;

import java.util.ArrayList;
import java.util.List;
import org.jiaogongti.platform.activity.Announcement;
import org.jiaogongti.platform.activity.Announcement.Audience;
import org.jiaogongti.platform.activity.Invitee;
import org.jiaogongti.platform.activity.Moved;
import org.jiaogongti.platform.activity.Occasion.State;
import org.jiaogongti.platform.activity.SignUps.Offer;
import org.jiaogongti.platform.activity.SignUps.Offers;
import org.jiaogongti.platform.activity.model.SigningUp;
import org.jiaogongti.platform.activity.model.SigningUp.Answer;

/** What is announced to somebody, and where they are expected, in words. */
public record OffersView(Offers offers, String problem, Say say) {

    /** Who may come, places left, last day. */
    public static String terms(Offer offer, Say say) {
        Announcement terms = offer.announcement();
        if (terms == null) {
            return "";
        }
        List<String> words = new ArrayList<>();
        boolean subject = terms.audience() == Audience.SUBJECT;
        words.add(say.m().t("occasion.entry." + terms.entry().name()
                + (terms.entry() == Announcement.Entry.OPEN && subject ? ".SUBJECT" : "")));
        if (terms.entry() == Announcement.Entry.OPEN) {
            Integer places = terms.places();
            Integer left = offer.left();
            words.add(places == null || left == null
                    ? say.m().t("occasion.places.endless")
                    : left == 0
                            ? say.m().t("occasion.places.none", places)
                            : say.m().t("occasion.places.left", places, left));
            words.add(say.m().t("occasion.until", say.longDay(terms.until())));
        }
        return String.join(" · ", words);
    }

    public String terms(Offer offer) {
        return terms(offer, say);
    }

    /** Where it was expected before it moved, or empty. */
    public static String moved(Offer offer, Say say) {
        Moved moved = offer.moved();
        return moved == null ? "" : moved(moved, say);
    }

    public static String moved(Moved moved, Say say) {
        return say.m().t("occasion.moved", spot(moved.from(), say), spot(moved.to(), say), moved.reason());
    }

    private static String spot(Moved.Spot spot, Say say) {
        String part = say.dayPart(spot.part());
        String place = spot.host() == null ? "" : say.shortSchool(spot.host()) + spot.site();
        return String.join(" ", List.of(say.longDay(spot.day()), part, place).stream().filter(word -> !word.isEmpty())
                .toList());
    }

    public String moved(Offer offer) {
        return moved(offer, say);
    }

    /** How somebody stands on the list. */
    public static String shape(Offer offer) {
        Invitee self = offer.self();
        return offer.occasion().state() == State.CANCELLED || offer.occasion().state() == State.WITHDRAWN
                ? "waived"
                : self != null && !self.hasPlace() ? "todo" : "done";
    }

    public static String word(Offer offer, Say say) {
        Invitee self = offer.self();
        State state = offer.occasion().state();
        return state == State.CANCELLED || state == State.WITHDRAWN
                ? say.m().t("activity.state." + state.name())
                : self == null ? "" : InviteesView.word(self, say.m());
    }

    public String word(Offer offer) {
        return word(offer, say);
    }

    public boolean leaves(Offer offer) {
        return SigningUp.comes(offer.occasion(), offers.ground().today());
    }

    /** What the button says: with no place left somebody waits. */
    public static String button(Offer offer) {
        Integer left = offer.left();
        return left != null && left == 0 ? "occasion.signup.wait" : "occasion.signup.do";
    }

    /** Why somebody cannot sign up, for what they can do about it; else empty. */
    public String why(Offer offer) {
        Announcement terms = offer.announcement();
        return offer.answer() == Answer.MAY || terms == null
                ? ""
                : say.m().t("occasion.signup." + offer.answer().name(), terms.until());
    }
}
