package org.jiaogongti.platform.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.Places;
import org.jiaogongti.platform.access.Posting;
import org.jiaogongti.platform.access.SignIns;
import org.jiaogongti.platform.shell.Toast;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The own account: roles, password, display. */
@Controller
class MeController {

    private final SignIns signIns;
    private final SessionDoor door;
    private final ObjectProvider<Places> places;

    MeController(SignIns signIns, SessionDoor door, ObjectProvider<Places> places) {
        this.signIns = signIns;
        this.door = door;
        this.places = places;
    }

    @GetMapping("/me")
    String show(Actor actor, Model model) {
        return page(actor, "", model);
    }

    /** All sessions end with the old password, this one too. */
    @PostMapping("/me/password")
    String changePassword(Actor actor, @RequestParam("old") String old, @RequestParam("password") String password,
            @RequestParam("again") String again, HttpServletRequest request, HttpServletResponse response, Model model,
            RedirectAttributes redirect) {
        Optional<String> problem = password.equals(again)
                ? signIns.changePassword(actor, old, password)
                : Optional.of("access.password.differ");
        if (problem.isPresent()) {
            response.setStatus(422);
            return page(actor, problem.get(), model);
        }
        door.close(request);
        Toast.of("access.password.changed").after(redirect);
        return "redirect:/sign-in";
    }

    private String page(Actor actor, String problem, Model model) {
        List<RoleText> roles = actor.postings().stream().sorted(java.util.Comparator.comparing(Posting::role))
                .map(posting -> RoleText.of(posting, places.getIfAvailable())).toList();
        model.addAttribute("roles", roles);
        model.addAttribute("problem", problem);
        return "access/me";
    }
}
