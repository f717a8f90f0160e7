package org.jiaogongti.platform.purpose.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.purpose.Certificate;
import org.jiaogongti.platform.purpose.Consent.Answer;
import org.jiaogongti.platform.purpose.Consents;
import org.jiaogongti.platform.purpose.Ground;
import org.jiaogongti.platform.purpose.PupilViews;
import org.jiaogongti.platform.purpose.PupilViews.Viewing;
import org.jiaogongti.platform.purpose.Purpose;
import org.jiaogongti.platform.purpose.Purposes;
import org.jiaogongti.platform.purpose.Retentions;
import org.jiaogongti.platform.purpose.Retentions.Standing;
import org.jiaogongti.platform.purpose.model.NoticeVersion;
import org.jiaogongti.platform.purpose.web.GateView.Asked;
import org.jiaogongti.platform.purpose.web.GateView.Clock;
import org.jiaogongti.platform.purpose.web.GateView.Look;
import org.jiaogongti.platform.purpose.web.GateView.Paper;
import org.jiaogongti.platform.purpose.web.GateView.Row;
import org.jiaogongti.platform.purpose.web.PurposeController.Around;
import org.jiaogongti.platform.school.School;
import org.jiaogongti.platform.school.Schools;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.shell.Messages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** 监护人同意, 查阅记录 and 保存期限: how things stand; nothing is decided here. */
@Controller
class GateController {

    private static final int SHOWN = 50;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private final Gate gate;
    private final Schools schools;
    private final Around around;

    GateController(Gate gate, Schools schools, Around around) {
        this.gate = gate;
        this.schools = schools;
        this.around = around;
    }

    /** The module's facades. */
    @Component
    record Gate(Purposes purposes, Consents consents, PupilViews views, Retentions retentions) {}

    @GetMapping("/purposes/consents")
    ModelAndView consents(Actor actor) {
        LocalDate today = around.clock().today();
        List<Purpose> all = gate.purposes().all(actor);
        List<Asked> asked = all.stream()
                .filter(purpose -> purpose.terms().basis().ground() == Ground.CONSENT && purpose.inForce(today))
                .map(purpose -> new Asked(purpose.id().toString(), purpose.terms().title(),
                        NoticeVersion.of(purpose.terms())))
                .toList();
        return new ModelAndView("purpose/consents",
                Map.of("view", new GateView.Consents(asked,
                        !Consents.schools(actor).isEmpty(), rows(gate.consents().counts(actor), titles(all)))));
    }

    private record Place(UUID purpose, UUID school) {}

    private List<Row> rows(List<Consents.Count> counts, Map<UUID, String> titles) {
        Map<UUID, String> names = schools.all().stream().collect(Collectors.toMap(School::id, School::name));
        Map<Place, Map<Answer, Integer>> places = new LinkedHashMap<>();
        counts.forEach(count -> places.computeIfAbsent(new Place(count.purpose(), count.school()),
                _ -> new EnumMap<>(Answer.class)).put(count.answer(), count.number()));
        List<Row> rows = new ArrayList<>();
        places.forEach((place, answers) -> rows.add(new Row(titles.getOrDefault(place.purpose(), ""),
                names.getOrDefault(place.school(), ""), answers.getOrDefault(Answer.GIVEN, 0),
                answers.getOrDefault(Answer.REFUSED, 0), answers.getOrDefault(Answer.WITHDRAWN, 0))));
        return rows;
    }

    private static Map<UUID, String> titles(List<Purpose> purposes) {
        return purposes.stream().collect(Collectors.toMap(Purpose::id, purpose -> purpose.terms().title()));
    }

    @GetMapping("/purposes/views")
    ModelAndView views(@RequestParam(defaultValue = "") String from, Actor actor, Messages m) {
        Long before = line(from);
        List<Viewing> page = gate.views().page(before, SHOWN + 1);
        Map<UUID, String> titles = titles(gate.purposes().all(actor));
        Words words = around.words(m);
        Map<UUID, String> people = new HashMap<>();
        List<Look> looks = page.stream().limit(SHOWN).map(each -> new Look(minute(each.at()),
                people.computeIfAbsent(each.account(), words.name()), titles.getOrDefault(each.purpose(), ""),
                m.t("purpose.kind." + each.kind()), each.pupils(), each.why(), each.line())).toList();
        return new ModelAndView("purpose/views", Map.of("view", new GateView.Views(looks,
                before == null ? null : "/purposes/views",
                page.size() > SHOWN ? "/purposes/views?from=" + looks.getLast().line() : null)));
    }

    @GetMapping("/purposes/retention")
    ModelAndView retention(@RequestParam(defaultValue = "") String from, Actor actor, Messages m) {
        Long before = line(from);
        Words words = around.words(m);
        List<Purpose> all = gate.purposes().all(actor).stream().filter(Purpose::confirmed).toList();
        Map<UUID, Standing> standings = gate.retentions().standings(around.clock().today()).stream()
                .collect(Collectors.toMap(Standing::purpose, standing -> standing));
        List<Clock> clocks = all.stream().map(purpose -> clock(purpose,
                standings.getOrDefault(purpose.id(), new Standing(purpose.id(), 0, 0, 0, 0, 0)), words)).toList();
        List<Certificate> certificates = gate.retentions().certificates(before, SHOWN + 1);
        List<Paper> papers = certificates.stream().limit(SHOWN).map(each -> paper(each, titles(all), m)).toList();
        return new ModelAndView("purpose/retention", Map.of("view", new GateView.Clocks(clocks, !standings.isEmpty(),
                papers, before == null ? null : "/purposes/retention",
                certificates.size() > SHOWN ? "/purposes/retention?from=" + papers.getLast().line() : null)));
    }

    private static Clock clock(Purpose purpose, Standing standing, Words words) {
        return new Clock(purpose.id().toString(), purpose.terms().title(), words.keeping(purpose.terms()),
                standing.waiting(), standing.running(), standing.over(), standing.month(), standing.quarter());
    }

    private static Paper paper(Certificate each, Map<UUID, String> titles, Messages m) {
        return new Paper(each.line(),
                m.t("purpose.certificate.what", titles.getOrDefault(each.purpose(), ""), each.pupils(), each.rows()),
                m.t("purpose.certificate.why", m.t("purpose.cause." + each.cause()), minute(each.at())),
                String.join(m.t("purpose.and"), each.places()), each.hash());
    }

    private static String minute(Instant at) {
        return MINUTE.format(at.atZone(BusinessClock.ZONE));
    }

    private static @Nullable Long line(String typed) {
        return typed.matches("[0-9]{1,15}") ? Long.valueOf(typed) : null;
    }
}
