package org.jiaogongti.platform.activity.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.activity.ActivityRecords;
import org.jiaogongti.platform.activity.Aside;
import org.jiaogongti.platform.activity.SchoolHomes;
import org.jiaogongti.platform.activity.SchoolHomes.Home;
import org.jiaogongti.platform.reminder.Nudges;
import org.jiaogongti.platform.shell.Messages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** A school's own page, and the bureau's list of what schools do not agree on. */
@Controller
class SchoolHomeController {

    private final SchoolHomes homes;
    private final ActivityRecords records;
    private final OfferAsides offers;
    private final Nudges nudges;
    private final List<Aside.Source> asides;

    SchoolHomeController(SchoolHomes homes, ActivityRecords records, OfferAsides offers, Nudges nudges,
            List<Aside.Source> asides) {
        this.offers = offers;
        this.nudges = nudges;
        this.asides = List.copyOf(asides);
        this.homes = homes;
        this.records = records;
    }

    /** The own school of whoever asks. */
    @GetMapping("/school")
    ModelAndView own(Actor actor) {
        UUID school = homes.first(actor).orElseThrow(RecordController::absent);
        return new ModelAndView("redirect:/schools/" + school);
    }

    @GetMapping("/schools/{school}")
    ModelAndView home(Actor actor, Messages m, @PathVariable UUID school) {
        Home home = homes.of(actor, school).orElseThrow(RecordController::absent);
        Say say = new Say(m, home.ground());
        return new ModelAndView("activity/home",
                Map.of("view", new HomeView(home, actor.name(), nudges.states(HomeView.matters(home)), say), "asides",
                        Stream.concat(offers.ofSchool(actor, home, m).stream(),
                                asides.stream().flatMap(source -> source.ofSchool(actor, school, m).stream()))
                                .toList()));
    }

    @GetMapping("/activities/disputes")
    ModelAndView disputes(Messages m) {
        ActivityRecords.Disputes disputes = records.disputes();
        return new ModelAndView("activity/disputes",
                Map.of("disputes", disputes, "say", new Say(m, disputes.ground())));
    }
}
