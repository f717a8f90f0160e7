package org.jiaogongti.platform.community.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.community.Groups;
import org.jiaogongti.platform.community.Groups.NewException;
import org.jiaogongti.platform.community.Roster;
import org.jiaogongti.platform.school.Change;
import org.jiaogongti.platform.shell.Absent;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.shell.Messages;
import org.jiaogongti.platform.shell.Toast;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Leading groups, liaisons, subject guidance groups. */
@Controller
class GroupController {

    private final Groups groups;
    private final BusinessClock clock;

    GroupController(Groups groups, BusinessClock clock) {
        this.groups = groups;
        this.clock = clock;
    }

    @GetMapping("/groups")
    ModelAndView all(@RequestParam(defaultValue = "") String on, Actor actor, Messages m) {
        LocalDate today = clock.today();
        LocalDate day = Days.asked(on, today);
        return new ModelAndView("community/groups",
                Map.of("view", new GroupPages(m, actor, today).all(groups.all(day), day)));
    }

    @GetMapping("/groups/{community}")
    ModelAndView one(@PathVariable UUID community, @RequestParam(defaultValue = "") String on, Actor actor,
            Messages m) {
        LocalDate today = clock.today();
        LocalDate day = Days.asked(on, today);
        return new ModelAndView("community/group", Map.of("view",
                new GroupPages(m, actor, today).one(roster(community, day), groups.former(community, day))));
    }

    private Roster roster(UUID community, LocalDate day) {
        return groups.of(community, day).orElseThrow(() -> new Absent("community", community));
    }

    @GetMapping("/groups/{community}/seats/new")
    ModelAndView form(@PathVariable UUID community, @RequestParam Map<String, String> parameters, Actor actor,
            Messages m) {
        return form(community, Typed.of(parameters), actor, HttpStatus.OK, m);
    }

    /** Only for who may give such a seat. */
    private ModelAndView form(UUID community, Typed typed, Actor actor, HttpStatus status, Messages m) {
        LocalDate today = clock.today();
        Roster roster = roster(community, today);
        SeatForm view = new GroupForms(m, today, actor)
                .seat(roster, typed, groups.posted(typed.day("from").orElse(today)))
                .orElseThrow(() -> new Absent("seat of the community", community));
        ModelAndView page = new ModelAndView("community/seat", Map.of("view", view, "form", typed));
        page.setStatus(status);
        return page;
    }

    @PostMapping("/groups/{community}/seats")
    ModelAndView seat(@PathVariable UUID community, @RequestParam Map<String, String> parameters, Actor actor,
            Messages m, RedirectAttributes redirect) {
        Typed typed = Typed.of(parameters).needsDays(List.of("from"));
        if (typed.id("person").isEmpty()) {
            typed.but("person", "community.seat.refused.person");
        }
        if (!typed.good()) {
            return form(community, typed, actor, HttpStatus.UNPROCESSABLE_CONTENT, m);
        }
        return switch (groups.seat(actor, community, GroupForms.seat(typed))
                .orElseThrow(() -> new Absent("seat of the community", community))) {
            case Change.Done _ -> done(community, "community.seat.done", redirect);
            case Change.Refused no -> form(community, typed.but(GroupForms.field(no.key()), no.key()), actor,
                    HttpStatus.UNPROCESSABLE_CONTENT, m);
        };
    }

    @PostMapping("/groups/{community}/seats/{seat}/end")
    ModelAndView leave(@PathVariable UUID community, @PathVariable UUID seat,
            @RequestParam(defaultValue = "") String lastDay, Actor actor, RedirectAttributes redirect) {
        return ended(groups.leave(actor, community, seat, Days.asked(lastDay, clock.today())), seat, community,
                "community.seat.ended", redirect);
    }

    @GetMapping("/groups/{community}/exceptions/new")
    ModelAndView exceptionForm(@PathVariable UUID community, @RequestParam Map<String, String> parameters, Actor actor,
            Messages m) {
        return exceptionForm(community, Typed.of(parameters), actor, HttpStatus.OK, m);
    }

    private ModelAndView exceptionForm(UUID community, Typed typed, Actor actor, HttpStatus status, Messages m) {
        FewForm view = new GroupForms(m, clock.today(), actor).few(roster(community, clock.today()), typed)
                .orElseThrow(() -> new Absent("decision of the community", community));
        ModelAndView page = new ModelAndView("community/few", Map.of("view", view, "form", typed));
        page.setStatus(status);
        return page;
    }

    @PostMapping("/groups/{community}/exceptions")
    ModelAndView except(@PathVariable UUID community, @RequestParam Map<String, String> parameters, Actor actor,
            Messages m, RedirectAttributes redirect) {
        Typed typed = Typed.of(parameters).needsDays(List.of("from"))
                .needsWords(List.of("subject", "reason", "document", "decider"));
        if (!typed.value("school").isEmpty() && typed.id("school").isEmpty()) {
            typed.but("school", "community.few.refused.school");
        }
        if (!typed.good()) {
            return exceptionForm(community, typed, actor, HttpStatus.UNPROCESSABLE_CONTENT, m);
        }
        NewException asked = new NewException(typed.value("subject"), typed.id("school").orElse(null),
                typed.day("from").orElseThrow(), typed.value("reason"), typed.value("document"),
                typed.value("decider"));
        return switch (groups.except(actor, community, asked)
                .orElseThrow(() -> new Absent("decision of the community", community))) {
            case Change.Done _ -> done(community, "community.few.done", redirect);
            case Change.Refused no -> exceptionForm(community, typed.but("school", no.key()), actor,
                    HttpStatus.UNPROCESSABLE_CONTENT, m);
        };
    }

    @PostMapping("/groups/{community}/exceptions/{id}/end")
    ModelAndView endException(@PathVariable UUID community, @PathVariable UUID id,
            @RequestParam(defaultValue = "") String lastDay, Actor actor, RedirectAttributes redirect) {
        return ended(groups.endException(actor, community, id, Days.asked(lastDay, clock.today())), id, community,
                "community.few.ended", redirect);
    }

    private static ModelAndView ended(Optional<Change> change, UUID id, UUID community, String key,
            RedirectAttributes redirect) {
        return switch (change.orElseThrow(() -> new Absent("seat or decision", id))) {
            case Change.Done _ -> done(community, key, redirect);
            case Change.Refused refused -> done(community, refused.key(), redirect);
        };
    }

    private static ModelAndView done(UUID community, String key, RedirectAttributes redirect) {
        Toast.of(key).after(redirect);
        return new ModelAndView("redirect:/groups/" + community);
    }
}
