package org.jiaogongti.platform.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.UUID;
import org.jiaogongti.platform.access.Accounts.Change;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.SingleSignOn;
import org.jiaogongti.platform.access.SingleSignOn.Identity;
import org.jiaogongti.platform.shell.Absent;
import org.jiaogongti.platform.shell.Toast;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Tying one's own account to a person of the identity provider: sign in there once, look who it is, and tie. */
@Controller
class ProviderController {

    /** Whose account shall be tied, while the browser is at the provider. */
    private static final String FOR = "jgt.provider.for";
    private static final String SUBJECT = "jgt.provider.subject";
    private static final String NAME = "jgt.provider.name";

    private final SingleSignOn signOn;
    private final IdentityProvider provider;

    ProviderController(SingleSignOn signOn, IdentityProvider provider) {
        this.signOn = signOn;
        this.provider = provider;
    }

    @GetMapping("/me/provider")
    String show(Actor actor, HttpServletRequest request, Model model) {
        return page(actor, "", request, model);
    }

    /** A plain link leads here: a form's way to another site is barred by the page's own policy. */
    @GetMapping("/me/provider/go")
    String go(Actor actor, HttpServletRequest request, HttpServletResponse response, Model model) {
        required(request);
        Optional<String> place = provider.begin(true, request, response);
        if (place.isEmpty()) {
            return page(actor, "access.provider.down", request, model);
        }
        request.getSession(true).setAttribute(FOR, actor.accountId().toString());
        return "redirect:" + place.get();
    }

    @PostMapping("/me/provider")
    String tie(Actor actor, HttpServletRequest request, HttpServletResponse response, Model model,
            RedirectAttributes redirect) {
        required(request);
        Change change = signOn.tie(actor, actor.accountId(), kept(request, SUBJECT));
        forget(request);
        if (change instanceof Change.Refused refused) {
            response.setStatus(422);
            return page(actor, refused.key(), request, model);
        }
        Toast.of("access.provider.tied").after(redirect);
        return "redirect:/me/provider";
    }

    @PostMapping("/me/provider/end")
    String untie(Actor actor, HttpServletRequest request, RedirectAttributes redirect) {
        required(request);
        if (!(signOn.untie(actor, actor.accountId()) instanceof Change.Done)) {
            throw new Absent("provider", actor.accountId());
        }
        Toast.of("access.provider.untied").after(redirect);
        return "redirect:/me/provider";
    }

    private void required(HttpServletRequest request) {
        if (!provider.on()) {
            throw new Absent("address", request.getRequestURI());
        }
    }

    /** Whether the browser was sent to the provider for this account's tie; then who came back waits to be looked at. */
    static boolean keep(UUID account, Identity identity, HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !account.toString().equals(session.getAttribute(FOR))) {
            return false;
        }
        session.removeAttribute(FOR);
        session.setAttribute(SUBJECT, identity.subject());
        session.setAttribute(NAME, identity.name());
        return true;
    }

    private static String kept(HttpServletRequest request, String what) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(what) instanceof String text ? text : "";
    }

    private static void forget(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(SUBJECT);
            session.removeAttribute(NAME);
        }
    }

    private String page(Actor actor, String problem, HttpServletRequest request, Model model) {
        required(request);
        model.addAttribute("provider", provider.name());
        model.addAttribute("tie", signOn.of(actor.accountId()).orElse(null));
        model.addAttribute("subject", kept(request, SUBJECT));
        model.addAttribute("name", kept(request, NAME));
        model.addAttribute("problem", problem);
        return "access/provider";
    }
}
