package org.jiaogongti.platform.access.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jiaogongti.platform.access.Actors.Present;
import org.jiaogongti.platform.access.SignInResult;
import org.jiaogongti.platform.access.SignIns;
import org.jiaogongti.platform.shell.LocalAddress;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Asks for the password once more where the permission table wants it, and leads on to what was asked for. */
@Controller
class AgainController {

    private final SignIns signIns;
    private final SessionDoor door;
    private final CurrentActor current;

    AgainController(SignIns signIns, SessionDoor door, CurrentActor current) {
        this.signIns = signIns;
        this.door = door;
        this.current = current;
    }

    @GetMapping("/again")
    String ask(@RequestParam(defaultValue = "/") String next, HttpServletRequest request, Model model) {
        return page(new AgainView(LocalAddress.orHome(next), "", List.of(), codeDue(request), ""), model);
    }

    /** A form that was stopped on its way; asked for directly, it is the plain page. */
    @PostMapping("/again/ask")
    String keep(HttpServletRequest request, HttpServletResponse response, Model model) {
        if (!(request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI) instanceof String stopped)) {
            return "redirect:/again";
        }
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        return page(new AgainView("/", stopped, fields(request, ""), codeDue(request), ""), model);
    }

    @PostMapping("/again")
    String prove(@RequestParam(defaultValue = "") String password, @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "/") String next, @RequestParam(defaultValue = "") String to,
            HttpServletRequest request, HttpServletResponse response, Model model) {
        SignInResult result = signIns.again(current.session().orElseThrow(), password, code, request.getRemoteAddr());
        String form = to.isEmpty() ? "" : LocalAddress.orHome(to);
        List<AgainView.Field> kept = fields(request, AgainView.KEPT);
        if (!(result instanceof SignInResult.Passed passed)) {
            boolean busy = result instanceof SignInResult.Busy;
            response.setStatus(busy ? HttpServletResponse.SC_SERVICE_UNAVAILABLE : HttpServletResponse.SC_UNAUTHORIZED);
            return page(new AgainView(LocalAddress.orHome(next), form, kept, codeDue(request),
                    busy ? "access.sign-in.busy" : "access.again.refused"), model);
        }
        door.renew(passed.who(), request, response);
        if (form.isEmpty()) {
            return "redirect:" + LocalAddress.orHome(next);
        }
        model.addAttribute("view", new AgainView("/", form, kept, false, ""));
        return "access/again-done";
    }

    /** What the request holds under names that begin so, without the form's own token. */
    private static List<AgainView.Field> fields(HttpServletRequest request, String beginning) {
        List<AgainView.Field> fields = new ArrayList<>();
        request.getParameterMap().forEach((name, values) -> {
            if (name.startsWith(beginning) && !name.equals("_csrf")) {
                Arrays.stream(values)
                        .forEach(value -> fields.add(new AgainView.Field(name.substring(beginning.length()), value)));
            }
        });
        return fields;
    }

    private boolean codeDue(HttpServletRequest request) {
        return current.present(request).filter(Present::secondFactor).isPresent();
    }

    private static String page(AgainView view, Model model) {
        model.addAttribute("view", view);
        return "access/again";
    }
}
