package org.jiaogongti.platform.access.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.Delegations;
import org.jiaogongti.platform.access.Delegations.Delegation;
import org.jiaogongti.platform.access.Delegations.Wish;
import org.jiaogongti.platform.access.Places;
import org.jiaogongti.platform.shell.Absent;
import org.jiaogongti.platform.shell.Toast;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own roles in a colleague's hands for some days. */
@Controller
class DelegationController {

    private final Delegations delegations;
    private final ObjectProvider<Places> places;

    DelegationController(Delegations delegations, ObjectProvider<Places> places) {
        this.delegations = delegations;
        this.places = places;
    }

    @GetMapping("/me/delegations")
    String show(Actor actor, Model model) {
        return page(actor, "", "", model);
    }

    @PostMapping("/me/delegations")
    String begin(Actor actor, @RequestParam(defaultValue = "") String posting,
            @RequestParam(defaultValue = "") String deputy, @RequestParam(defaultValue = "") String first,
            @RequestParam(defaultValue = "") String last, HttpServletResponse response, Model model,
            RedirectAttributes redirect) {
        Optional<String> problem = delegations.begin(actor, new Wish(posting, deputy, day(first), day(last)));
        if (problem.isPresent()) {
            response.setStatus(422);
            return page(actor, problem.get(), deputy, model);
        }
        Toast.of("access.delegation.made").after(redirect);
        return "redirect:/me/delegations";
    }

    @PostMapping("/me/delegations/{delegation}/end")
    String end(Actor actor, @PathVariable UUID delegation, RedirectAttributes redirect) {
        if (!delegations.end(actor, delegation)) {
            throw new Absent("delegation", delegation);
        }
        Toast.of("access.delegation.ended").after(redirect);
        return "redirect:/me/delegations";
    }

    private static @Nullable LocalDate day(String typed) {
        try {
            return typed.isBlank() ? null : LocalDate.parse(typed.strip());
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private String page(Actor actor, String problem, String deputy, Model model) {
        Delegations.State state = delegations.of(actor);
        Places known = places.getIfAvailable();
        model.addAttribute("view",
                new DelegationView(state.own().stream()
                        .map(posting -> new DelegationView.Choice(Delegations.key(posting),
                                RoleText.of(posting, known)))
                        .toList(),
                        lines(state.given(), known), lines(state.received(), known), state.today()));
        model.addAttribute("problem", problem);
        model.addAttribute("deputy", deputy);
        return "access/delegations";
    }

    private static List<DelegationView.Line> lines(List<Delegation> delegations, @Nullable Places places) {
        return delegations.stream()
                .map(each -> new DelegationView.Line(each.id(), RoleText.of(each.posting(), places), each.absent(),
                        each.deputy(), each.first(), each.last()))
                .toList();
    }
}
