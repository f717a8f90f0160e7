package org.jiaogongti.platform.activity.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.activity.Aside;
import org.jiaogongti.platform.activity.Occasion.State;
import org.jiaogongti.platform.activity.Occasion;
import org.jiaogongti.platform.activity.SchoolHomes.Home;
import org.jiaogongti.platform.activity.SignUps;
import org.jiaogongti.platform.activity.SignUps.Offer;
import org.jiaogongti.platform.shell.Messages;
import org.springframework.stereotype.Component;

/** Where somebody is expected and for what they may sign up, on the page of their school. */
@Component
class OfferAsides {

    private static final int MOST = 4;

    private final SignUps signUps;

    OfferAsides(SignUps signUps) {
        this.signUps = signUps;
    }

    /** By the ground that the page has fetched already. */
    List<Aside> ofSchool(Actor actor, Home home, Messages m) {
        if (actor.personId() == null || !actor.schools().contains(home.school().id())) {
            return List.of();
        }
        SignUps.Offers offers = signUps.offers(actor, home.ground());
        Say say = new Say(m, home.ground());
        List<Aside.Line> lines = new ArrayList<>();
        offers.mine().stream().filter(offer -> offer.occasion().state() != State.WITHDRAWN
                && !offer.occasion().said().date().isBefore(offers.ground().today()))
                .limit(MOST).forEach(offer -> lines.add(line(offer, say, OffersView.shape(offer),
                        OffersView.word(offer, say))));
        offers.open().stream().limit(MOST).forEach(offer -> lines.add(line(offer, say, "opt",
                m.t("occasion.open"))));
        return lines.isEmpty()
                ? List.of()
                : List.of(new Aside("offers", Aside.Place.NEXT, m.t("occasion.offers.title"), "", lines, List.of(
                        new Aside.Action(m.t("occasion.offers.all"), "/activities/announced", false))));
    }

    private static Aside.Line line(Offer offer, Say say, String shape, String word) {
        Occasion.Said said = offer.occasion().said();
        String when = Stream.of(say.longDay(said.date()), say.dayPart(said.dayPart()), say.host(said))
                .filter(text -> !text.isEmpty()).reduce((one, next) -> one + " " + next).orElse("");
        String moved = OffersView.moved(offer, say);
        return new Aside.Line(say.title(said), moved.isEmpty() ? when : when + " · " + moved,
                "/activities/" + offer.occasion().id(), shape, word);
    }
}
