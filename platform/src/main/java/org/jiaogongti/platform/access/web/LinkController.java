package org.jiaogongti.platform.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.access.SignInResult;
import org.jiaogongti.platform.access.SignIns;
import org.jiaogongti.platform.access.model.Tokens;
import org.jiaogongti.platform.access.model.Tokens.LinkToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One-time links. Looking at one does not use it up, since chat programs look at links by themselves. */
@Controller
class LinkController {

    private final SignIns signIns;
    private final SessionDoor door;

    LinkController(SignIns signIns, SessionDoor door) {
        this.signIns = signIns;
        this.door = door;
    }

    @GetMapping("/link/{token}")
    String show(@PathVariable String token, HttpServletResponse response, Model model) {
        return page(token, "", response, model);
    }

    @PostMapping(path = "/link/{token}", params = "!password")
    String signIn(@PathVariable String token, HttpServletRequest request, HttpServletResponse response, Model model) {
        Optional<LinkToken> link = Tokens.read(token);
        if (link.isPresent()) {
            SignInResult result = Scope.call(link.get().district(), () -> signIns.byLink(token));
            if (result instanceof SignInResult.Passed passed) {
                door.open(passed.who(), request, response);
                return "redirect:/";
            }
        }
        return page(token, "", response, model);
    }

    @PostMapping(path = "/link/{token}", params = "password")
    String choosePassword(@PathVariable String token, @RequestParam String password,
            @RequestParam(defaultValue = "") String again, HttpServletResponse response, Model model) {
        Optional<LinkToken> link = Tokens.read(token);
        if (link.isEmpty()) {
            return page(token, "", response, model);
        }
        Optional<String> problem = password.equals(again)
                ? Scope.call(link.get().district(), () -> signIns.choosePassword(token, password))
                : Optional.of("access.password.differ");
        return problem.isEmpty() ? "redirect:/sign-in" : page(token, problem.get(), response, model);
    }

    private Optional<SignIns.OpenLink> open(Optional<LinkToken> link) {
        return link.flatMap(token -> Scope.call(token.district(), () -> signIns.openLink(token.text())));
    }

    private String page(String token, String problem, HttpServletResponse response, Model model) {
        Optional<SignIns.OpenLink> open = open(Tokens.read(token));
        if (open.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return "access/link-gone";
        }
        if (!problem.isEmpty()) {
            response.setStatus(422);
        }
        model.addAttribute("link", open.get());
        model.addAttribute("action", "/link/" + token);
        model.addAttribute("problem", problem);
        return "access/link";
    }
}
