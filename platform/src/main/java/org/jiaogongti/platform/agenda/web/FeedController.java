package org.jiaogongti.platform.agenda.web;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.LinkSecret;
import org.jiaogongti.platform.access.RateLimits;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.agenda.AgendaQuery.Of;
import org.jiaogongti.platform.agenda.Feeds.Fetched;
import org.jiaogongti.platform.agenda.Feeds.Made;
import org.jiaogongti.platform.agenda.Feeds;
import org.jiaogongti.platform.shell.Absent;
import org.jiaogongti.platform.shell.Installation;
import org.jiaogongti.platform.shell.Language;
import org.jiaogongti.platform.shell.MessageBook;
import org.jiaogongti.platform.shell.Messages;
import org.jiaogongti.platform.shell.QrPath;
import org.jiaogongti.platform.shell.Toast;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 日历订阅: making and revoking secret addresses, and what a calendar program gets at one. */
@Controller
class FeedController {

    private static final String ENDING = ".ics";

    private final Feeds feeds;
    private final RateLimits limits;
    private final Installation installation;
    private final MessageBook book;

    FeedController(Feeds feeds, RateLimits limits, Installation installation, MessageBook book) {
        this.feeds = feeds;
        this.limits = limits;
        this.installation = installation;
        this.book = book;
    }

    @GetMapping("/agenda/feeds")
    ModelAndView page(Actor actor, Messages m, @RequestParam(defaultValue = "") String of,
            @RequestParam(defaultValue = "") String subject) {
        return page(actor, m,
                feeds.offer(actor, Addressing.read(of, subject).orElseThrow(() -> new Absent("agenda", of))),
                "", null);
    }

    /** The address is shown here and nowhere again, so this answer is the page itself and no redirect. */
    @PostMapping("/agenda/feeds")
    ModelAndView make(Actor actor, Messages m, @RequestParam(defaultValue = "") String of,
            @RequestParam(defaultValue = "") String subject, HttpServletResponse response) {
        Of asked = Addressing.read(of, subject).orElseThrow(() -> new Absent("agenda", of));
        response.setHeader("Cache-Control", "no-store");
        return switch (feeds.make(actor, asked)) {
            case Made.Shown shown -> page(actor, m, feeds.offer(actor, asked), "", shown(shown.secret()));
            case Made.Refused refused -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield page(actor, m, feeds.offer(actor, asked), m.t(refused.key(), refused.number()), null);
            }
        };
    }

    private FeedsView.Shown shown(LinkSecret secret) {
        String address = installation.address() + "/agenda/feed/" + secret.text() + ENDING;
        return new FeedsView.Shown(address, address.replaceFirst("^https?:", "webcal:"), QrPath.of(address));
    }

    private ModelAndView page(Actor actor, Messages m, Feeds.Named offer, String problem,
            FeedsView.@Nullable Shown shown) {
        return new ModelAndView("agenda/feeds",
                Map.of("view", new FeedsView(feeds.of(actor), offer, problem, shown, m)));
    }

    @PostMapping("/agenda/feeds/{id}/revocation")
    String revoke(Actor actor, @PathVariable UUID id, RedirectAttributes redirect) {
        feeds.revoke(actor, id);
        Toast.of("agenda.feed.revoked").after(redirect);
        return "redirect:/agenda/feeds";
    }

    /** Whatever is wrong with an address, the answer is the same. */
    @GetMapping("/agenda/feed/{token}")
    ResponseEntity<byte[]> feed(@PathVariable String token, WebRequest request) {
        Optional<LinkSecret> secret = token.endsWith(ENDING)
                ? LinkSecret.read(token.substring(0, token.length() - ENDING.length()))
                : Optional.empty();
        Optional<UUID> known = secret.flatMap(read -> Scope.call(read.district(), () -> feeds.known(read)));
        if (secret.isEmpty() || known.isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        RateLimits.Answer answer = limits.take(known.get());
        if (!answer.passes()) {
            return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                    .header("Retry-After", Long.toString(answer.retryAfter())).build();
        }
        Optional<Fetched> fetched = Scope.call(secret.get().district(), () -> feeds.fetch(secret.get()));
        if (fetched.isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        byte[] text = new FeedWords(fetched.get(), book.in(Language.ZH), installation.address()).text()
                .getBytes(StandardCharsets.UTF_8);
        String tag = "\"" + DigestUtils.md5DigestAsHex(text) + "\"";
        if (request.checkNotModified(tag)) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag(tag).header("Cache-Control", "private, no-cache")
                    .build();
        }
        return ResponseEntity.ok().eTag(tag).header("Cache-Control", "private, no-cache")
                .header("Content-Type", "text/calendar;charset=UTF-8")
                .header("Content-Disposition", "inline; filename=\"jiaogongti.ics\"").body(text);
    }
}
