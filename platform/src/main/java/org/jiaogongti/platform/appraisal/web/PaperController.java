package org.jiaogongti.platform.appraisal.web;

import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import org.jiaogongti.charter.appraising.Scheme;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.appraisal.Appraisals;
import org.jiaogongti.platform.appraisal.Appraisals.Desk;
import org.jiaogongti.platform.appraisal.Run;
import org.jiaogongti.platform.appraisal.Schemes;
import org.jiaogongti.platform.shell.Absent;
import org.jiaogongti.platform.shell.Messages;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** 捆绑评价 as a page, and what leaves the platform as documents: sheets, bundled results, decisions about a year. */
@Controller
class PaperController {

    private static final String YEAR = "/appraisals/{year}";

    private final Appraisals appraisals;
    private final Schemes schemes;

    PaperController(Appraisals appraisals, Schemes schemes) {
        this.appraisals = appraisals;
        this.schemes = schemes;
    }

    @GetMapping(YEAR + "/simulator")
    ModelAndView simulator(Actor actor, Messages m, @PathVariable String year,
            @RequestParam(defaultValue = "") String budget) {
        Desk desk = appraisals.of(actor, year, 0);
        String typed = budget.isEmpty() ? new BigDecimal(desk.sheet().budget(), 2).toPlainString() : budget;
        return new ModelAndView("appraisal/simulator", Map.of("view", new SimulatorView(desk,
                schemes.rules(desk.sheet().scheme()), typed, SimulatorView.fen(typed), new Words(m))));
    }

    @GetMapping(YEAR + "/bundled")
    ModelAndView bundled(Actor actor, Messages m, @PathVariable String year) {
        return new ModelAndView("appraisal/bundled",
                Map.of("view", new BundledView(appraisals.of(actor, year, 0), new Words(m))));
    }

    @GetMapping(YEAR + "/bundled/export.{format:xlsx|csv|docx|pdf}")
    ResponseEntity<byte[]> bundledFile(Actor actor, Messages m, @PathVariable String year,
            @PathVariable String format) {
        Papers papers = papers(actor, m, year);
        if (papers.desk().sheet().scheme().bundle() == null) {
            throw new Absent("bundled evaluation", year);
        }
        return format.equals("xlsx") || format.equals("csv")
                ? papers.bundledTable().download(format)
                : papers.bundled().download(format, m);
    }

    @GetMapping(YEAR + "/communities/{community}/export.{format:docx|pdf}")
    ResponseEntity<byte[]> sheet(Actor actor, Messages m, @PathVariable String year, @PathVariable UUID community,
            @PathVariable String format) {
        Papers papers = papers(actor, m, year);
        return papers.sheet(papers.desk().community(community)).download(format, m);
    }

    @GetMapping(YEAR + "/commendation/export.{format:docx|pdf}")
    ResponseEntity<byte[]> commendation(Actor actor, Messages m, @PathVariable String year,
            @PathVariable String format) {
        Papers papers = decided(actor, m, year);
        return papers.commendation(naming(papers)).download(format, m);
    }

    @GetMapping(YEAR + "/circular/export.{format:docx|pdf}")
    ResponseEntity<byte[]> circular(Actor actor, Messages m, @PathVariable String year, @PathVariable String format) {
        Papers papers = decided(actor, m, year);
        return papers.circular(naming(papers)).download(format, m);
    }

    @GetMapping(YEAR + "/grants/export.{format:docx|pdf|xlsx|csv}")
    ResponseEntity<byte[]> grants(Actor actor, Messages m, @PathVariable String year, @PathVariable String format) {
        Papers papers = decided(actor, m, year);
        return format.equals("xlsx") || format.equals("csv")
                ? papers.payments().download(format)
                : papers.grants().download(format, m);
    }

    private Papers papers(Actor actor, Messages m, String year) {
        return new Papers(appraisals.of(actor, year, 0), new Words(m));
    }

    /** Decisions are written about a year that is decided. */
    private Papers decided(Actor actor, Messages m, String year) {
        Desk desk = appraisals.of(actor, year, 0);
        Run run = desk.run();
        if (run == null || !run.closed()) {
            throw new Absent("decided year", year);
        }
        return new Papers(desk, new Words(m));
    }

    private static Scheme.Naming naming(Papers papers) {
        Scheme.Naming naming = papers.desk().sheet().scheme().naming();
        if (naming == null) {
            throw new Absent("rule on naming in the scheme of", papers.desk().year().name());
        }
        return naming;
    }
}
