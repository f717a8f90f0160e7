package org.jiaogongti.platform.appraisal.web;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.appraisal.Answer;
import org.jiaogongti.platform.appraisal.Appraisals.Desk;
import org.jiaogongti.platform.appraisal.Appraisals;
import org.jiaogongti.platform.appraisal.Dispute;
import org.jiaogongti.platform.appraisal.Records;
import org.jiaogongti.platform.appraisal.Run;
import org.jiaogongti.platform.appraisal.RunChanges.Objection;
import org.jiaogongti.platform.appraisal.RunChanges;
import org.jiaogongti.platform.appraisal.Runs;
import org.jiaogongti.platform.appraisal.SchoolWord;
import org.jiaogongti.platform.shell.Absent;
import org.jiaogongti.platform.shell.Filled;
import org.jiaogongti.platform.shell.Messages;
import org.jiaogongti.platform.shell.Toast;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A year's appraisal from freezing to the decision: what the bureau and the schools do about it. */
@Controller
class RunController {

    private static final String YEAR = "/appraisals/{year}";

    private final Appraisals appraisals;
    private final Runs runs;
    private final RunChanges changes;

    RunController(Appraisals appraisals, Runs runs, RunChanges changes) {
        this.appraisals = appraisals;
        this.runs = runs;
        this.changes = changes;
    }

    /**
     * What a form needs to be answered.
     *
     * @param did names the message that says what was done
     */
    private record Asked(Messages m, String year, String did, HttpServletResponse response,
            RedirectAttributes redirect) {}

    private ModelAndView after(Answer answer, Asked asked, String done) {
        return switch (answer) {
            case Answer.Done _ -> {
                Toast.of("appraisal.done." + asked.did()).after(asked.redirect());
                yield new ModelAndView("redirect:" + done);
            }
            case Answer.Refused refused -> {
                asked.response().setStatus(422);
                Words words = new Words(asked.m());
                yield new ModelAndView("appraisal/refused", Map.of("problem",
                        asked.m().t(refused.key(), refused.numbers().toArray()), "back", done, "year", asked.year(),
                        "words", words));
            }
        };
    }

    private static String desk(String year) {
        return Words.PATH + "?year=" + year;
    }

    @PostMapping(YEAR + "/freezing")
    ModelAndView freeze(Actor actor, Messages m, @PathVariable String year, @RequestParam Map<String, String> fields,
            HttpServletResponse response, RedirectAttributes redirect) {
        return after(changes.freeze(actor, year, new Filled(fields).day("until")),
                new Asked(m, year, "freezing", response, redirect), desk(year));
    }

    @PostMapping(YEAR + "/review")
    ModelAndView review(Actor actor, Messages m, @PathVariable String year, HttpServletResponse response,
            RedirectAttributes redirect) {
        return after(changes.review(actor, year), new Asked(m, year, "review", response, redirect), desk(year));
    }

    @PostMapping(YEAR + "/proposal")
    ModelAndView propose(Actor actor, Messages m, @PathVariable String year, @RequestParam Map<String, String> fields,
            HttpServletResponse response, RedirectAttributes redirect) {
        Filled filled = new Filled(fields);
        return after(changes.propose(actor, year, filled.day("until"), filled.text("words")),
                new Asked(m, year, "proposal", response, redirect), desk(year));
    }

    @PostMapping(YEAR + "/decision")
    ModelAndView decide(Actor actor, Messages m, @PathVariable String year, @RequestParam Map<String, String> fields,
            HttpServletResponse response, RedirectAttributes redirect) {
        return after(changes.decide(actor, year, new Filled(fields).text("words")),
                new Asked(m, year, "decision", response, redirect), desk(year));
    }

    @PostMapping(YEAR + "/publication")
    ModelAndView publish(Actor actor, Messages m, @PathVariable String year, HttpServletResponse response,
            RedirectAttributes redirect) {
        return after(changes.publish(actor, year), new Asked(m, year, "publication", response, redirect), desk(year));
    }

    @GetMapping(YEAR + "/versions")
    ModelAndView versions(Actor actor, Messages m, @PathVariable String year) {
        Desk desk = frozen(actor, year);
        return new ModelAndView("appraisal/versions", Map.of("view",
                new VersionsView(desk, runs.compared(desk), new Words(m))));
    }

    private Desk frozen(Actor actor, String year) {
        Desk desk = appraisals.of(actor, year, 0);
        if (desk.run() == null) {
            throw new Absent("appraisal", year);
        }
        return desk;
    }

    @GetMapping(YEAR + "/versions/{version}/archive.zip")
    ResponseEntity<byte[]> archive(Messages m, @PathVariable String year, @PathVariable String version) {
        if (!version.matches("[1-9][0-9]{0,5}")) {
            throw new Absent("version", version);
        }
        ContentDisposition attachment = ContentDisposition.attachment()
                .filename(m.t("appraisal.archive.file", year, version) + ".zip", StandardCharsets.UTF_8).build();
        return ResponseEntity.ok().cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
                .contentType(MediaType.parseMediaType("application/zip"))
                .body(runs.archive(year, Integer.parseInt(version)));
    }

    @GetMapping(YEAR + "/disputes")
    ModelAndView disputes(Actor actor, Messages m, @PathVariable String year) {
        Desk desk = frozen(actor, year);
        return new ModelAndView("appraisal/disputes", Map.of("view", DisputesView.of(desk, actor, runs, m)));
    }

    @PostMapping(YEAR + "/disputes/{dispute}/rulings")
    ModelAndView rule(Actor actor, Messages m, @PathVariable String year, @PathVariable UUID dispute,
            @RequestParam Map<String, String> fields, HttpServletResponse response, RedirectAttributes redirect) {
        Filled filled = new Filled(fields);
        return after(changes.rule(actor, year, dispute, filled.one(Dispute.Outcome.class, "outcome"),
                filled.text("words")), new Asked(m, year, "ruling", response, redirect),
                Words.path(year, "disputes"));
    }

    @GetMapping(YEAR + "/schools/{school}/records")
    ModelAndView records(Actor actor, Messages m, @PathVariable String year, @PathVariable UUID school) {
        Records records = runs.records(actor, year, school);
        Desk desk = frozen(actor, year);
        return new ModelAndView("appraisal/records", Map.of("view",
                new RecordsView(desk, school, records, runs.said(actor, run(desk)), new Words(m))));
    }

    private static Run run(Desk desk) {
        Run run = desk.run();
        if (run == null) {
            throw new Absent("appraisal", desk.year().name());
        }
        return run;
    }

    @GetMapping(YEAR + "/schools/{school}/disputes/new")
    ModelAndView newDispute(Actor actor, Messages m, @PathVariable String year, @PathVariable UUID school,
            @RequestParam(defaultValue = "") String record) {
        Records records = runs.records(actor, year, school);
        Desk desk = frozen(actor, year);
        RecordsView view = new RecordsView(desk, school, records, runs.said(actor, run(desk)), new Words(m));
        return new ModelAndView("appraisal/dispute-new", Map.of("view", view, "item", view.find(record)));
    }

    @PostMapping(YEAR + "/schools/{school}/disputes")
    ModelAndView dispute(Actor actor, Messages m, @PathVariable String year, @PathVariable UUID school,
            @RequestParam Map<String, String> fields, HttpServletResponse response, RedirectAttributes redirect) {
        Filled filled = new Filled(fields);
        return after(changes.dispute(actor, year, school,
                new Objection(filled.text("record"), filled.text("label"), filled.text("words"))),
                new Asked(m, year, "dispute", response, redirect), Words.path(year, "schools", school.toString()));
    }

    @PostMapping(YEAR + "/schools/{school}/words")
    ModelAndView say(Actor actor, Messages m, @PathVariable String year, @PathVariable UUID school,
            @RequestParam Map<String, String> fields, HttpServletResponse response, RedirectAttributes redirect) {
        Filled filled = new Filled(fields);
        return after(changes.say(actor, year, school, filled.one(SchoolWord.What.class, "what"),
                filled.text("part"), filled.text("words")), new Asked(m, year, "said", response, redirect),
                Words.path(year, "schools", school.toString()));
    }

    @GetMapping(YEAR + "/corrections/new")
    ModelAndView newCorrection(Actor actor, Messages m, @PathVariable String year,
            @RequestParam(defaultValue = "") String record) {
        Desk desk = frozen(actor, year);
        Records.Item item = runs.record(year, record);
        Words words = new Words(m);
        return new ModelAndView("appraisal/correction", Map.of("view", desk, "item", item, "words", words, "label",
                RecordsView.label(item, words, desk)));
    }

    @PostMapping(YEAR + "/corrections")
    ModelAndView correct(Actor actor, Messages m, @PathVariable String year, @RequestParam Map<String, String> fields,
            HttpServletResponse response, RedirectAttributes redirect) {
        Filled filled = new Filled(fields);
        return after(changes.propose(actor, year,
                new Objection(filled.text("record"), filled.text("label"), filled.text("words"))),
                new Asked(m, year, "corrected", response, redirect), Words.path(year, "disputes"));
    }
}
