package org.jiaogongti.platform.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.Passkeys;
import org.jiaogongti.platform.access.SecondFactors;
import org.jiaogongti.platform.access.SecondFactors.Confirmation;
import org.jiaogongti.platform.access.SecondFactors.Pending;
import org.jiaogongti.platform.access.SignedIn;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.shell.LocalAddress;
import org.jiaogongti.platform.shell.QrPath;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** Setting up one's own second factor. */
@Controller
class SecondFactorController {

    private final SecondFactors factors;
    private final SessionDoor door;
    private final CurrentActor current;
    private final BusinessClock clock;
    private final Passkeys passkeys;
    private final PasskeyDesk desk;

    SecondFactorController(SecondFactors factors, SessionDoor door, CurrentActor current, BusinessClock clock,
            Passkeys passkeys, PasskeyDesk desk) {
        this.factors = factors;
        this.door = door;
        this.current = current;
        this.clock = clock;
        this.passkeys = passkeys;
        this.desk = desk;
    }

    @GetMapping("/me/second-factor")
    String show(Actor actor, @RequestParam(defaultValue = "/") String next,
            HttpServletRequest request, Model model) {
        return page(actor, next, "", List.of(), request, model);
    }

    @PostMapping("/me/second-factor/beginning")
    String begin(Actor actor, @RequestParam(defaultValue = "/") String next) {
        factors.begin(actor);
        return "redirect:" + UriComponentsBuilder.fromPath("/me/second-factor").queryParam("next", "{next}").encode()
                .buildAndExpand(LocalAddress.orHome(next)).toUriString();
    }

    /** The recovery codes are shown here and nowhere again, so this answer is the page itself and no redirect. */
    @PostMapping("/me/second-factor")
    String confirm(Actor actor, @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String code, @RequestParam(defaultValue = "/") String next,
            HttpServletRequest request, HttpServletResponse response, Model model) {
        return switch (factors.confirm(actor, password, code)) {
            case Confirmation.Done done -> {
                SignedIn session = current.session().orElseThrow();
                door.renew(session.proven(SignedIn.Way.SECOND_FACTOR, clock.now()), request, response);
                yield page(actor, next, "", done.codes(), request, model);
            }
            case Confirmation.Refused refused -> {
                response.setStatus(422);
                yield page(actor, next, refused.key(), List.of(), request, model);
            }
        };
    }

    @PostMapping("/me/second-factor/codes")
    String newCodes(Actor actor, HttpServletRequest request, Model model) {
        return page(actor, "/me", "", factors.newCodes(actor), request, model);
    }

    private String page(Actor actor, String next, String problem, List<String> codes, HttpServletRequest request,
            Model model) {
        SecondFactors.State state = factors.of(actor);
        Pending pending = state.pending();
        model.addAttribute("state", state);
        model.addAttribute("qr", pending == null ? new QrPath(0, "") : QrPath.of(pending.address()));
        model.addAttribute("codes", codes);
        model.addAttribute("ask", passkeys.of(actor).isEmpty() ? null : desk.ask(request));
        model.addAttribute("next", LocalAddress.orHome(next));
        model.addAttribute("problem", problem);
        return "access/second-factor";
    }
}
