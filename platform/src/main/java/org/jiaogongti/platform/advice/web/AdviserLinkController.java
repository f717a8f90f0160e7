package org.jiaogongti.platform.advice.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.Districts;
import org.jiaogongti.platform.access.LinkSecret;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.advice.AdviserLinks;
import org.jiaogongti.platform.advice.AdviserLinks.Invitation;
import org.jiaogongti.platform.advice.AdviserLinks.Made;
import org.jiaogongti.platform.advice.Advisers;
import org.jiaogongti.platform.shell.Absent;
import org.jiaogongti.platform.shell.Installation;
import org.jiaogongti.platform.shell.Language;
import org.jiaogongti.platform.shell.MessageBook;
import org.jiaogongti.platform.shell.Messages;
import org.jiaogongti.platform.shell.QrPath;
import org.jiaogongti.platform.shell.Toast;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One-time links of advisers, for whoever invites, and the letter that carries one. */
@Controller
class AdviserLinkController {

    private final AdviserLinks links;
    private final Advisers advisers;
    private final Letters letters;
    private final Installation installation;

    AdviserLinkController(AdviserLinks links, Advisers advisers, Letters letters, Installation installation) {
        this.links = links;
        this.advisers = advisers;
        this.letters = letters;
        this.installation = installation;
    }

    /** What a letter is made with. */
    @org.springframework.stereotype.Component
    record Letters(Districts districts, MessageBook book) {}

    /** The link is shown here and nowhere again, so this answer is the page itself and no redirect. */
    @PostMapping("/advisers/{id}/links")
    ModelAndView make(Actor actor, Messages m, @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID occasion,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate last,
            HttpServletResponse response) {
        Made made = links.make(actor, id, occasion, last);
        response.setHeader("Cache-Control", "no-store");
        return switch (made) {
            case Made.Link link -> page(actor, m, id, "", shown(link));
            case Made.Refused refused -> {
                response.setStatus(422);
                yield page(actor, m, id, refused.key(), null);
            }
        };
    }

    private AdviserView.Made shown(Made.Link made) {
        String address = address(made.secret());
        return new AdviserView.Made(made.link(), address, made.secret().text(), QrPath.of(address));
    }

    private String address(LinkSecret secret) {
        return installation.address() + "/invitation/" + secret.text();
    }

    private ModelAndView page(Actor actor, Messages m, UUID id, String problem, AdviserView.@Nullable Made made) {
        return new ModelAndView("advice/adviser",
                Map.of("view", new AdviserView(advisers.show(actor, id), new Words(m), problem, made)));
    }

    /** In Chinese, whatever the reader reads. By POST, since the secret must stand in no address. */
    @PostMapping("/advisers/{id}/letter")
    ResponseEntity<byte[]> letter(Actor actor, Messages m, @PathVariable UUID id, @RequestParam String token,
            @RequestParam(defaultValue = "docx") String format) {
        LinkSecret secret = LinkSecret.read(token).orElseThrow(() -> new Absent("adviser-link", id));
        Invitation invitation = links.invitation(actor, id, secret);
        return new InvitationLetter(invitation, letters.districts().name(Scope.required()).orElse(""),
                address(secret), new Words(letters.book().in(Language.ZH))).document().download(format, m);
    }

    @PostMapping("/advisers/{id}/links/{link}/revocation")
    String revoke(Actor actor, @PathVariable UUID id, @PathVariable UUID link, RedirectAttributes redirect) {
        links.revoke(actor, id, link);
        Toast.of("advice.done.revoked").after(redirect);
        return "redirect:/advisers/" + id;
    }
}
