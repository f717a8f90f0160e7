package org.jiaogongti.platform.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.Devices;
import org.jiaogongti.platform.access.Passkeys;
import org.jiaogongti.platform.access.Places;
import org.jiaogongti.platform.access.Permissions;
import org.jiaogongti.platform.access.Posting;
import org.jiaogongti.platform.access.SecondFactors;
import org.jiaogongti.platform.access.SignIns;
import org.jiaogongti.platform.access.SignedIn;
import org.jiaogongti.platform.shell.Absent;
import org.jiaogongti.platform.shell.Toast;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The own account: roles, password, display. */
@Controller
class MeController {

    private final SignIns signIns;
    private final SessionDoor door;
    private final Shown shown;

    MeController(SignIns signIns, SessionDoor door, Shown shown) {
        this.signIns = signIns;
        this.door = door;
        this.shown = shown;
    }

    /** What the page shows besides the password's form. */
    @Component
    record Shown(Devices devices, SecondFactors factors, CurrentActor current, Passkeys passkeys,
            IdentityProvider provider, ObjectProvider<Places> places) {

        List<DeviceView> devices(Actor actor) {
            Optional<UUID> here = current.session().map(SignedIn::device);
            return devices.of(actor).stream()
                    .map(device -> new DeviceView(device, here.equals(Optional.of(device.id()))))
                    .toList();
        }
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

    @PostMapping("/me/devices/{id}/end")
    String endDevice(Actor actor, @PathVariable UUID id, RedirectAttributes redirect) {
        if (!shown.devices().end(actor, id)) {
            throw new Absent("device", id);
        }
        Toast.of("access.device.ended").after(redirect);
        return "redirect:/me";
    }

    private String page(Actor actor, String problem, Model model) {
        List<RoleText> roles = actor.postings().stream().sorted(java.util.Comparator.comparing(Posting::role))
                .map(posting -> RoleText.of(posting, shown.places().getIfAvailable())).toList();
        model.addAttribute("devices", shown.devices(actor));
        model.addAttribute("second", shown.factors().of(actor));
        model.addAttribute("passkeys", shown.passkeys().of(actor).size());
        model.addAttribute("provider", shown.provider().name());
        model.addAttribute("roles", roles);
        model.addAttribute("problem", problem);
        model.addAttribute("registered", actor.personId() != null && Permissions.rowOf("GET", "/people/mine")
                .filter(row -> row.admits(true, actor.roles())).isPresent());
        return "access/me";
    }
}
