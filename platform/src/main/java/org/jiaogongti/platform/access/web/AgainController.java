package org.jiaogongti.platform.access.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jiaogongti.platform.access.Actors.Present;
import org.jiaogongti.platform.access.Passkeys;
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
    private final Passkeys passkeys;
    private final PasskeyDesk desk;
    private final IdentityProvider provider;

    AgainController(SignIns signIns, SessionDoor door, CurrentActor current, Passkeys passkeys, PasskeyDesk desk,
            IdentityProvider provider) {
        this.signIns = signIns;
        this.door = door;
        this.current = current;
        this.passkeys = passkeys;
        this.desk = desk;
        this.provider = provider;
    }

    @GetMapping("/again")
    String ask(@RequestParam(defaultValue = "/") String next, HttpServletRequest request, Model model) {
        return page(new AgainView(LocalAddress.orHome(next), "", List.of(), ways(request), ""), model);
    }

    /** A form that was stopped on its way; asked for directly, it is the plain page. */
    @PostMapping("/again/ask")
    String keep(HttpServletRequest request, HttpServletResponse response, Model model) {
        if (!(request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI) instanceof String stopped)) {
            return "redirect:/again";
        }
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        return page(new AgainView("/", stopped, fields(request, ""), ways(request), ""), model);
    }

    @PostMapping("/again")
    String prove(@RequestParam(defaultValue = "") String password, @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "/") String next, @RequestParam(defaultValue = "") String to,
            HttpServletRequest request, HttpServletResponse response, Model model) {
        SignInResult result = signIns.again(current.session().orElseThrow(), password, code, request.getRemoteAddr());
        return after(result, next, to, request, response, model);
    }

    @PostMapping("/again/passkey")
    String proveByPasskey(@RequestParam(defaultValue = "") String credential,
            @RequestParam(defaultValue = "/") String next, @RequestParam(defaultValue = "") String to,
            HttpServletRequest request, HttpServletResponse response, Model model) {
        SignInResult result = signIns.againByPasskey(current.session().orElseThrow(), desk.answer(credential, request));
        return after(result, next, to, request, response, model);
    }

    private String after(SignInResult result, String next, String to, HttpServletRequest request,
            HttpServletResponse response, Model model) {
        String form = to.isEmpty() ? "" : LocalAddress.orHome(to);
        List<AgainView.Field> kept = fields(request, AgainView.KEPT);
        if (!(result instanceof SignInResult.Passed passed)) {
            boolean busy = result instanceof SignInResult.Busy;
            response.setStatus(busy ? HttpServletResponse.SC_SERVICE_UNAVAILABLE : HttpServletResponse.SC_UNAUTHORIZED);
            return page(new AgainView(LocalAddress.orHome(next), form, kept, ways(request),
                    busy ? "access.sign-in.busy" : "access.again.refused"), model);
        }
        door.renew(passed.who(), request, response);
        if (form.isEmpty()) {
            return "redirect:" + LocalAddress.orHome(next);
        }
        model.addAttribute("view", new AgainView("/", form, kept, AgainView.Ways.NONE, ""));
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

    private AgainView.Ways ways(HttpServletRequest request) {
        Optional<Present> present = current.present(request);
        boolean passkey = present.map(Present::actor).filter(actor -> !passkeys.of(actor).isEmpty()).isPresent();
        return new AgainView.Ways(present.filter(Present::secondFactor).isPresent(),
                passkey ? desk.ask(request) : null, provider.name());
    }

    private static String page(AgainView view, Model model) {
        model.addAttribute("view", view);
        return "access/again";
    }
}
