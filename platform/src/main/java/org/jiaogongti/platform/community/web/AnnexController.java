package org.jiaogongti.platform.community.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jiaogongti.platform.access.Districts;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.community.Groups;
import org.jiaogongti.platform.community.Roster;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.shell.Language;
import org.jiaogongti.platform.shell.MessageBook;
import org.jiaogongti.platform.shell.Messages;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Attachment 1 as a page, as tables, as the document to be stamped; files are in Chinese, whatever the reader reads. */
@Controller
class AnnexController {

    private final Groups groups;
    private final Districts districts;
    private final MessageBook book;
    private final BusinessClock clock;

    AnnexController(Groups groups, Districts districts, MessageBook book, BusinessClock clock) {
        this.groups = groups;
        this.districts = districts;
        this.book = book;
        this.clock = clock;
    }

    @GetMapping("/groups/attachment-1")
    ModelAndView page(@RequestParam(defaultValue = "") String on, Messages m) {
        LocalDate today = clock.today();
        LocalDate day = Days.asked(on, today);
        return new ModelAndView("community/annex",
                Map.of("view", AnnexView.of(groups.all(day), day, today, m)));
    }

    @GetMapping("/groups/attachment-1/export.{format:xlsx|csv|docx|pdf}")
    ResponseEntity<byte[]> export(@PathVariable String format, @RequestParam(defaultValue = "") String on,
            Messages m) {
        LocalDate day = Days.asked(on, clock.today());
        List<Roster> rosters = groups.all(day);
        Messages chinese = book.in(Language.ZH);
        return switch (format) {
            case "docx", "pdf" -> AnnexView.of(rosters, day, clock.today(), chinese)
                    .document(districts.name(Scope.required()).orElse(""), chinese).download(format, m);
            default -> AnnexView.table(rosters, day, chinese).download(format);
        };
    }
}
