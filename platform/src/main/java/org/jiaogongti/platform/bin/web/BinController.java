package org.jiaogongti.platform.bin.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.bin.Deleted;
import org.jiaogongti.platform.bin.Deletions;
import org.jiaogongti.platform.bin.Deletions.Shelf;
import org.jiaogongti.platform.bin.Restored;
import org.jiaogongti.platform.bin.web.BinView.Row;
import org.jiaogongti.platform.bin.web.BinView.Term;
import org.jiaogongti.platform.purpose.Certificate;
import org.jiaogongti.platform.purpose.Certificates;
import org.jiaogongti.platform.school.School;
import org.jiaogongti.platform.school.Schools;
import org.jiaogongti.platform.shell.Absent;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.shell.Filled;
import org.jiaogongti.platform.shell.Messages;
import org.jiaogongti.platform.shell.Toast;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 回收站 and its 清除证明. */
@Controller
class BinController {

    private static final int SHOWN = 20;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private final Deletions deletions;
    private final Certificates certificates;
    private final Schools schools;
    private final BusinessClock clock;

    BinController(Deletions deletions, Certificates certificates, Schools schools, BusinessClock clock) {
        this.deletions = deletions;
        this.certificates = certificates;
        this.schools = schools;
        this.clock = clock;
    }

    @GetMapping("/bin")
    ModelAndView bin(Actor actor, @RequestParam(defaultValue = "") String kind,
            @RequestParam(required = false) @Nullable UUID after) {
        return page(actor, kind, after, "", term("", ""));
    }

    private ModelAndView page(Actor actor, String asked, @Nullable UUID after, String problem, Term term) {
        List<String> kinds = deletions.kinds();
        String kind = kinds.contains(asked) ? asked : "";
        Shelf shelf = deletions.page(actor, kind, after, SHOWN);
        Map<UUID, String> names = names();
        LocalDate today = clock.today();
        List<Row> rows = shelf.rows().stream().map(each -> row(each, shelf, names, today)).toList();
        String here = kind.isEmpty() ? "/bin" : "/bin?kind=" + kind;
        return new ModelAndView("bin/bin", Map.of("view", new BinView(rows, kinds, kind, term, problem,
                after == null ? null : here,
                shelf.more() ? here + (kind.isEmpty() ? "?" : "&") + "after=" + rows.getLast().id() : null)));
    }

    private Row row(Deleted each, Shelf shelf, Map<UUID, String> names, LocalDate today) {
        UUID school = each.thing().school();
        return new Row(each.id().toString(), each.thing().kind(), each.thing().title(), deletions.path(each),
                school == null ? "" : names.getOrDefault(school, ""), each.byName(), each.on(), each.until(),
                ChronoUnit.DAYS.between(today, each.until()), shelf.keeps().get(each.id()));
    }

    private Map<UUID, String> names() {
        return schools.all().stream().collect(Collectors.toMap(School::id, School::shortName));
    }

    private Term term(String typed, String problem) {
        int days = deletions.days(clock.today());
        return new Term(days, deletions.next().orElse(null), typed.isEmpty() ? Integer.toString(days) : typed,
                problem);
    }

    @PostMapping("/bin/{id}/restoration")
    ModelAndView restore(Actor actor, Messages m, @PathVariable UUID id, RedirectAttributes redirect) {
        return switch (deletions.restore(actor, id)) {
            case Restored.Done done -> {
                Toast.of("bin.toast.restored").after(redirect);
                yield new ModelAndView("redirect:" + done.path());
            }
            case Restored.No no -> refused(page(actor, "", null, m.t(no.key(),
                    no.numbers().stream().map(String::valueOf).toArray()), term("", "")), HttpStatus.CONFLICT);
            case Restored.Absent _ -> throw new Absent("deleted thing", id);
        };
    }

    private static ModelAndView refused(ModelAndView page, HttpStatus status) {
        page.setStatus(status);
        return page;
    }

    @PostMapping("/bin/days")
    ModelAndView keepFor(Actor actor, Messages m, @RequestParam MultiValueMap<String, String> fields,
            RedirectAttributes redirect) {
        Filled filled = new Filled(fields);
        String typed = filled.text("days");
        int days = typed.matches("[0-9]{1,4}") ? Integer.parseInt(typed) : 0;
        LocalDate from = filled.day("from");
        String wrong = from == null ? "bin.term.wrong.from" : deletions.keepFor(actor, days, from);
        if (wrong != null) {
            return refused(page(actor, "", null, "", term(typed, m.t(wrong, Deletions.FEWEST, Deletions.MOST))),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        Toast.of("bin.toast.term", days).after(redirect);
        return new ModelAndView("redirect:/bin");
    }

    @GetMapping("/bin/certificates")
    ModelAndView certificates(Actor actor, Messages m, @RequestParam(defaultValue = "") String from) {
        Long before = from.matches("[0-9]{1,15}") ? Long.valueOf(from) : null;
        List<Certificate> found = certificates.ofBin(Deletions.certified(actor), before, SHOWN + 1);
        Map<UUID, String> names = names();
        List<CertificatesView.Paper> papers = found.stream().limit(SHOWN).map(each -> paper(each, names, m)).toList();
        return new ModelAndView("bin/certificates", Map.of("view", new CertificatesView(papers,
                before == null ? null : "/bin/certificates",
                found.size() > SHOWN ? "/bin/certificates?from=" + papers.getLast().line() : null)));
    }

    private static CertificatesView.Paper paper(Certificate each, Map<UUID, String> names, Messages m) {
        UUID school = each.school();
        return new CertificatesView.Paper(each.line(), m.t("bin.certificate.what",
                school == null ? m.t("bin.certificate.bureau") : names.getOrDefault(school, ""), each.pupils(),
                each.rows()), m.t("bin.certificate.when", each.on().toString(), minute(each.at())),
                String.join(m.t("bin.and"), each.places()), each.hash());
    }

    private static String minute(Instant at) {
        return MINUTE.format(at.atZone(BusinessClock.ZONE));
    }
}
