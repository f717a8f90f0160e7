package org.jiaogongti.platform.community.web;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaogongti.charter.World.Role;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.community.Memberships;
import org.jiaogongti.platform.community.Organisations;
import org.jiaogongti.platform.community.Organised;
import org.jiaogongti.platform.community.SchoolMembership;
import org.jiaogongti.platform.obligation.Foreseen;
import org.jiaogongti.platform.school.Change;
import org.jiaogongti.platform.school.School;
import org.jiaogongti.platform.shell.Absent;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.shell.Messages;
import org.jiaogongti.platform.shell.Toast;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A school moves to another community: looked at before it is done, and taken back. */
@Controller
class MembershipController {

    private final Organisations organisations;
    private final Memberships memberships;
    private final BusinessClock clock;

    MembershipController(Organisations organisations, Memberships memberships, BusinessClock clock) {
        this.organisations = organisations;
        this.memberships = memberships;
        this.clock = clock;
    }

    /** The form; with a day it shows what the move would touch. */
    @GetMapping("/organisation/schools/{school}/move")
    ModelAndView form(@PathVariable UUID school, @RequestParam Map<String, String> parameters, Messages m) {
        Typed typed = Typed.of(parameters);
        if (!parameters.containsKey("from") || !checked(typed).good()) {
            return page(school, typed, null, HttpStatus.OK, m);
        }
        return switch (memberships.preview(wanted(school, typed))) {
            case Memberships.Preview.Possible possible ->
                page(school, typed, possible.foreseen(), HttpStatus.OK, m);
            case Memberships.Preview.Impossible no ->
                page(school, typed.but("community", no.key()), null, HttpStatus.OK, m);
        };
    }

    @PostMapping("/organisation/schools/{school}/memberships")
    ModelAndView move(Actor actor, @PathVariable UUID school, @RequestParam Map<String, String> parameters, Messages m,
            RedirectAttributes redirect) {
        Typed typed = checked(Typed.of(parameters));
        if (!typed.good()) {
            return page(school, typed, null, HttpStatus.UNPROCESSABLE_CONTENT, m);
        }
        return switch (memberships.move(actor, wanted(school, typed))) {
            case Change.Done _ -> {
                Toast.of("community.move.done", typed.value("from")).after(redirect);
                yield new ModelAndView("redirect:/organisation/schools/" + school);
            }
            case Change.Refused no ->
                page(school, typed.but("community", no.key()), null, HttpStatus.UNPROCESSABLE_CONTENT, m);
        };
    }

    @PostMapping("/organisation/schools/{school}/memberships/{from}/withdrawal")
    ModelAndView takeBack(Actor actor, @PathVariable UUID school, @PathVariable String from,
            @RequestParam(defaultValue = "") String reason, RedirectAttributes redirect) {
        LocalDate day = known(school, from);
        switch (memberships.takeBack(actor, school, day, reason.strip())) {
            case Change.Done _ -> Toast.of("community.move.back.done").after(redirect);
            case Change.Refused no -> Toast.of(no.key()).after(redirect);
        }
        return new ModelAndView("redirect:/organisation/schools/" + school);
    }

    private LocalDate known(UUID school, String from) {
        return organisations.whole().memberships().stream()
                .filter(each -> each.school().equals(school) && each.from().toString().equals(from))
                .map(SchoolMembership::from).findFirst()
                .orElseThrow(() -> new Absent("membership", school + " " + from));
    }

    private static Typed checked(Typed typed) {
        typed.needsDays(List.of("from"));
        return typed.id("community").isEmpty() ? typed.but("community", "community.exception.missing") : typed;
    }

    private static SchoolMembership wanted(UUID school, Typed typed) {
        return new SchoolMembership(school, typed.id("community").orElseThrow(),
                typed.value("role").equals(Role.LEAD.name()) ? Role.LEAD : Role.MEMBER,
                typed.day("from").orElseThrow(), null);
    }

    private ModelAndView page(UUID school, Typed typed, @Nullable Foreseen foreseen, HttpStatus status, Messages m) {
        Organised organised = organisations.whole();
        School found = organised.school(school).orElseThrow(() -> new Absent("school", school));
        LocalDate today = clock.today();
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("view", SchoolPlaceView.of(found, organised, today, today, m));
        model.put("form", typed);
        model.put("communities", organised.communities());
        model.put("foreseen", foreseen);
        ModelAndView page = new ModelAndView("community/move", model);
        page.setStatus(status);
        return page;
    }
}
