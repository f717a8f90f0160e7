package org.jiaogongti.platform.credit.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.LinkSecret;
import org.jiaogongti.platform.access.RateLimits;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.credit.CreditRecord;
import org.jiaogongti.platform.credit.CreditRules;
import org.jiaogongti.platform.credit.Credits;
import org.jiaogongti.platform.credit.Credits.Linked;
import org.jiaogongti.platform.credit.Credits.Own;
import org.jiaogongti.platform.credit.Credits.Shown;
import org.jiaogongti.platform.shell.Absent;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.shell.Installation;
import org.jiaogongti.platform.shell.Messages;
import org.jiaogongti.platform.shell.QrPath;
import org.jiaogongti.platform.shell.Toast;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 我的研修: no address names whose, so that nobody can ask for another's. */
@Controller
class CreditController {

    private final Credits credits;
    private final CreditRules rules;
    private final BusinessClock clock;
    private final RateLimits limits;
    private final Installation installation;

    CreditController(Credits credits, CreditRules rules, BusinessClock clock, RateLimits limits,
            Installation installation) {
        this.limits = limits;
        this.installation = installation;
        this.credits = credits;
        this.rules = rules;
        this.clock = clock;
    }

    @GetMapping("/credits")
    ModelAndView own(Actor actor, Messages m, @RequestParam(defaultValue = "") String year) {
        return page(actor, m, year, Map.of(), Map.of(), null);
    }

    private ModelAndView page(Actor actor, Messages m, String year, Map<String, String> typed,
            Map<String, String> problem, CreditView.@Nullable Made made) {
        Optional<Own> own = credits.own(actor, year);
        return own.map(found -> new ModelAndView("credit/credits", Map.of("view", new CreditView(found.record(),
                found.showings(), found.shownToMe(), found.today(), typed, problem, made, m))))
                .orElseGet(() -> new ModelAndView("credit/nobody"));
    }

    @GetMapping("/credits/export.{format:xlsx|csv}")
    ResponseEntity<byte[]> export(Actor actor, Messages m, @PathVariable String format,
            @RequestParam(defaultValue = "") String year) {
        CreditRecord record = credits.own(actor, year).map(Own::record)
                .orElseThrow(() -> new Absent("credits", actor.accountId()));
        return CreditTable.of(record, rules.columns(), m).download(format);
    }

    @PostMapping("/credits/showings")
    ModelAndView show(Actor actor, Messages m, @RequestParam(defaultValue = "") String reader,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate last,
            HttpServletResponse response, RedirectAttributes redirect) {
        LocalDate until = last == null ? clock.today().minusDays(1) : last;
        return switch (credits.show(actor, reader.strip(), until)) {
            case Shown.Done _ -> {
                Toast.of("credit.done.shown", reader.strip()).after(redirect);
                yield new ModelAndView("redirect:/credits");
            }
            case Shown.Refused no -> {
                response.setStatus(422);
                yield page(actor, m, "", last == null
                        ? Map.of("reader", reader)
                        : Map.of("reader", reader, "last", last.toString()), Map.of(no.field(), no.key()), null);
            }
        };
    }

    /** The link is shown here and nowhere again, so this answer is the page itself and no redirect. */
    @PostMapping("/credits/links")
    ModelAndView link(Actor actor, Messages m, @RequestParam(defaultValue = "") String what,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate until,
            HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        return switch (credits.link(actor, what.strip(), until == null ? clock.today().minusDays(1) : until)) {
            case Linked.Made made -> page(actor, m, "", Map.of(), Map.of(), made(made));
            case Linked.Refused no -> {
                response.setStatus(422);
                yield page(actor, m, "", until == null
                        ? Map.of("what", what)
                        : Map.of("what", what, "until", until.toString()), Map.of(no.field(), no.key()), null);
            }
        };
    }

    private CreditView.Made made(Linked.Made made) {
        String address = installation.address() + "/credits/link/" + made.secret().text();
        return new CreditView.Made(address, QrPath.of(address), made.last());
    }

    /** What a link shows. Whatever is wrong with one, the answer is the same. */
    @GetMapping("/credits/link/{token}")
    ModelAndView byLink(Messages m, @PathVariable String token, @RequestParam(defaultValue = "") String year,
            HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        Optional<LinkSecret> secret = LinkSecret.read(token);
        Optional<UUID> known = secret.flatMap(read -> Scope.call(read.district(), () -> credits.known(read)));
        RateLimits.@Nullable Answer answer = known.map(limits::take).orElse(null);
        if (answer != null && !answer.passes()) {
            response.setHeader("Retry-After", Long.toString(answer.retryAfter()));
            response.setStatus(429);
            return new ModelAndView("credit/gone", Map.of("key", "credit.link.busy"));
        }
        Optional<CreditRecord> record = answer == null
                ? Optional.empty()
                : secret.flatMap(read -> Scope.call(read.district(), () -> credits.open(read, year)));
        if (record.isEmpty()) {
            response.setStatus(404);
            return new ModelAndView("credit/gone", Map.of("key", "credit.link.gone"));
        }
        return new ModelAndView("credit/link", Map.of("view",
                new CreditView(record.get(), List.of(), List.of(), clock.today(), Map.of(), Map.of(), null, m), "path",
                "/credits/link/" + token));
    }

    @PostMapping("/credits/showings/{id}/end")
    String end(Actor actor, @PathVariable UUID id, RedirectAttributes redirect) {
        if (!credits.end(actor, id)) {
            throw new Absent("credit-showing", id);
        }
        Toast.of("credit.done.ended").after(redirect);
        return "redirect:/credits";
    }

    @GetMapping("/credits/shown/{id}")
    ModelAndView shown(Actor actor, Messages m, @PathVariable UUID id, @RequestParam(defaultValue = "") String year) {
        CreditRecord record = credits.look(actor, id, year).orElseThrow(() -> new Absent("credit-showing", id));
        return new ModelAndView("credit/shown", Map.of("view",
                new CreditView(record, List.of(), List.of(), clock.today(), Map.of(), Map.of(), null, m), "path",
                "/credits/shown/" + id));
    }
}
