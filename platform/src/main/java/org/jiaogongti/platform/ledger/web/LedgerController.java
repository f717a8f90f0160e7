package org.jiaogongti.platform.ledger.web;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.ledger.Folders;
import org.jiaogongti.platform.ledger.Ledger;
import org.jiaogongti.platform.ledger.LedgerAsked;
import org.jiaogongti.platform.ledger.LedgerDesk;
import org.jiaogongti.platform.ledger.Ledgers;
import org.jiaogongti.platform.ledger.model.LedgerBook;
import org.jiaogongti.platform.ledger.model.LedgerPaper;
import org.jiaogongti.platform.ledger.model.LedgerText;
import org.jiaogongti.platform.shell.Absent;
import org.jiaogongti.platform.shell.Messages;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** 台账 on the page, and as a file. */
@Controller
class LedgerController {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Ledgers ledgers;
    private final Folders folders;

    LedgerController(Ledgers ledgers, Folders folders) {
        this.ledgers = ledgers;
        this.folders = folders;
    }

    @GetMapping("/ledgers")
    ModelAndView page(Actor actor, Messages m, @RequestParam MultiValueMap<String, String> query) {
        LedgerTyped typed = new LedgerTyped(query);
        LedgerAsked asked = typed.asked();
        LedgerDesk desk = ledgers.desk(actor, asked).orElseThrow(() -> new Absent("ledger", asked));
        return new ModelAndView("ledger/ledgers",
                Map.of("view", LedgerView.of(desk, folders.latest(actor), typed.problem(), m)));
    }

    @GetMapping("/ledgers/export.{format:xlsx|csv|docx|pdf}")
    ResponseEntity<byte[]> export(Actor actor, Messages m, @PathVariable String format,
            @RequestParam MultiValueMap<String, String> query) {
        LedgerTyped typed = new LedgerTyped(query);
        LedgerAsked asked = typed.asked();
        Ledger ledger = ledgers.take(actor, asked, format, typed.purpose())
                .filter(found -> !found.sections().isEmpty()).orElseThrow(() -> new Absent("ledger", asked));
        LedgerText text = new LedgerText(m, ledger.heading().labels(), typed.purpose().names());
        return switch (format) {
            case "docx", "pdf" -> LedgerPaper.of(ledger, text).download(format, m);
            case "csv" -> LedgerBook.table(ledger, text).download(format);
            default -> book(ledger, text);
        };
    }

    private static ResponseEntity<byte[]> book(Ledger ledger, LedgerText text) {
        ContentDisposition attachment = ContentDisposition.attachment()
                .filename(text.title(ledger.heading()) + ".xlsx", StandardCharsets.UTF_8).build();
        return ResponseEntity.ok().cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
                .contentType(MediaType.parseMediaType(XLSX)).body(LedgerBook.xlsx(ledger, text));
    }
}
