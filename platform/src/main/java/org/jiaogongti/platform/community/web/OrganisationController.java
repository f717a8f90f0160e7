package org.jiaogongti.platform.community.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.community.CoverageException;
import org.jiaogongti.platform.community.CoverageException.Allows;
import org.jiaogongti.platform.community.CoverageExceptions;
import org.jiaogongti.platform.community.Organisations;
import org.jiaogongti.platform.community.Organised;
import org.jiaogongti.platform.school.Change;
import org.jiaogongti.platform.school.School;
import org.jiaogongti.platform.shell.Absent;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.shell.Messages;
import org.jiaogongti.platform.shell.TableFile;
import org.jiaogongti.platform.shell.Toast;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 组织: communities and their schools on a day, each school's history, full coverage and its exceptions. */
@Controller
class OrganisationController {

    private static final UUID NONE_YET = new UUID(0, 0);

    private final Organisations organisations;
    private final CoverageExceptions exceptions;
    private final BusinessClock clock;

    OrganisationController(Organisations organisations, CoverageExceptions exceptions, BusinessClock clock) {
        this.organisations = organisations;
        this.exceptions = exceptions;
        this.clock = clock;
    }

    @GetMapping("/organisation")
    ModelAndView whole(@RequestParam(defaultValue = "") String on, Messages m) {
        return new ModelAndView("community/organisation", Map.of("view", view(on, m)));
    }

    @GetMapping("/organisation/export.{format:xlsx|csv}")
    ResponseEntity<byte[]> export(@PathVariable String format, @RequestParam(defaultValue = "") String on, Messages m) {
        OrganisationView view = view(on, m);
        List<List<String>> rows = new ArrayList<>();
        view.cards().forEach(card -> card.rows().forEach(row -> rows.add(List.of(card.name(), row.name(), row.role(),
                row.kind(), row.setting(), row.township(), row.teachers(), row.campuses(), row.since()))));
        return new TableFile(m.t("community.organisation.file", view.on()),
                List.of(m.t("community.community"), m.t("community.school"), m.t("community.role"),
                        m.t("school.kind"), m.t("school.setting"), m.t("school.area.TOWNSHIP"),
                        m.t("community.teachers"), m.t("school.campuses"), m.t("community.from")),
                rows).download(format);
    }

    private OrganisationView view(String on, Messages m) {
        LocalDate today = clock.today();
        return OrganisationView.of(organisations.whole(), Days.asked(on, today), today, m);
    }

    @GetMapping("/organisation/schools/{school}")
    ModelAndView school(@PathVariable UUID school, @RequestParam(defaultValue = "") String on, Messages m) {
        Organised organised = organisations.whole();
        School found = organised.school(school).orElseThrow(() -> new Absent("school", school));
        LocalDate today = clock.today();
        return new ModelAndView("community/school", Map.of("view",
                SchoolPlaceView.of(found, organised, Days.asked(on, today), today, m)));
    }

    @GetMapping("/organisation/exceptions/new")
    ModelAndView newException(@RequestParam Map<String, String> parameters) {
        return form(Typed.of(parameters), HttpStatus.OK);
    }

    @PostMapping("/organisation/exceptions")
    ModelAndView decide(Actor actor, @RequestParam Map<String, String> parameters, RedirectAttributes redirect) {
        Typed typed = Typed.of(parameters).needsWords(List.of("reason", "document", "decider"))
                .needsDays(List.of("from", "decidedOn")).mayNameDay("to");
        if (typed.id("school").isEmpty()) {
            typed.but("school", "community.exception.missing");
        }
        if (!typed.good()) {
            return form(typed, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        CoverageException exception = new CoverageException(NONE_YET, typed.id("school").orElseThrow(),
                typed.value("allows").equals(Allows.SEVERAL.name()) ? Allows.SEVERAL : Allows.NONE,
                typed.day("from").orElseThrow(), typed.day("to").orElse(null), typed.value("reason"),
                typed.value("document"), typed.value("decider"), typed.day("decidedOn").orElseThrow(), null);
        return switch (exceptions.decide(actor, exception)) {
            case Change.Done _ -> {
                Toast.of("community.exception.done").after(redirect);
                yield new ModelAndView("redirect:/organisation#coverage");
            }
            case Change.Refused no -> form(typed.but("to", no.key()), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @PostMapping("/organisation/exceptions/{id}/end")
    ModelAndView end(Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect) {
        if (!exceptions.knows(id)) {
            throw new Absent("exception", id);
        }
        switch (exceptions.end(actor, id, reason.strip())) {
            case Change.Done _ -> Toast.of("community.exception.end.done").after(redirect);
            case Change.Refused no -> Toast.of(no.key()).after(redirect);
        }
        return new ModelAndView("redirect:/organisation#coverage");
    }

    private ModelAndView form(Typed typed, HttpStatus status) {
        ModelAndView page = new ModelAndView("community/exception-new",
                Map.of("form", typed, "schools", organisations.whole().schools(), "today", clock.today().toString()));
        page.setStatus(status);
        return page;
    }
}
