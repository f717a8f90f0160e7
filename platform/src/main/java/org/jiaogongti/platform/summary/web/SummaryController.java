package org.jiaogongti.platform.summary.web;

import java.util.Map;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.shell.Absent;
import org.jiaogongti.platform.shell.Messages;
import org.jiaogongti.platform.summary.Summaries;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** 年度总结 as a page and as a document. */
@Controller
class SummaryController {

    private final Summaries summaries;

    SummaryController(Summaries summaries) {
        this.summaries = summaries;
    }

    @GetMapping("/summaries")
    ModelAndView usual(Messages m) {
        return summaries.show("").map(found -> page(new SummaryView(found, m)))
                .orElseGet(() -> new ModelAndView("summary/none"));
    }

    @GetMapping("/summaries/{year}")
    ModelAndView one(Messages m, @PathVariable String year) {
        return summaries.show(year).map(found -> page(new SummaryView(found, m)))
                .orElseThrow(() -> new Absent("year", year));
    }

    private static ModelAndView page(SummaryView view) {
        return new ModelAndView("summary/summary", Map.of("view", view));
    }

    @GetMapping("/summaries/{year}/export.{format:docx|pdf}")
    ResponseEntity<byte[]> export(Actor actor, Messages m, @PathVariable String year, @PathVariable String format) {
        return summaries.take(actor, year, format).map(found -> new SummaryPaper(new SummaryView(found, m)).document())
                .orElseThrow(() -> new Absent("year", year)).download(format, m);
    }
}
