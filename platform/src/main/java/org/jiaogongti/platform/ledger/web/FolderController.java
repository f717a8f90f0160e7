package org.jiaogongti.platform.ledger.web;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.ledger.Folder;
import org.jiaogongti.platform.ledger.Folder.Order;
import org.jiaogongti.platform.ledger.Folders;
import org.jiaogongti.platform.ledger.Folders.Ordered;
import org.jiaogongti.platform.ledger.LedgerAsked;
import org.jiaogongti.platform.ledger.LedgerDesk;
import org.jiaogongti.platform.ledger.Ledgers;
import org.jiaogongti.platform.shell.Absent;
import org.jiaogongti.platform.shell.Messages;
import org.jiaogongti.platform.shell.Toast;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 迎检材料包: ordered, watched, stopped, fetched. */
@Controller
class FolderController {

    /** Seconds after which a page that waits looks again by itself, also without script. */
    private static final String LOOK_AGAIN = "4";

    private final Folders folders;
    private final Ledgers ledgers;

    FolderController(Folders folders, Ledgers ledgers) {
        this.folders = folders;
        this.ledgers = ledgers;
    }

    @PostMapping("/ledgers/folders")
    ModelAndView order(Actor actor, Messages m, @RequestParam MultiValueMap<String, String> form,
            HttpServletResponse response) {
        LedgerTyped typed = new LedgerTyped(form);
        LedgerAsked asked = typed.asked();
        LedgerDesk desk = ledgers.desk(actor, asked).orElseThrow(() -> new Absent("ledger", asked));
        LedgerView view = LedgerView.of(desk, folders.latest(actor), "", m);
        Order order = new Order(asked, typed.purpose(), typed.small(), m.language().name());
        return switch (folders.order(actor, order, view.title())) {
            case Ordered.Done done -> new ModelAndView("redirect:/ledgers/folders/" + done.id());
            case Ordered.Absent _ -> throw new Absent("ledger", asked);
            case Ordered.Refused refused -> {
                response.setStatus(422);
                yield new ModelAndView("ledger/ledgers", Map.of("view", new LedgerView(desk, view.folders(),
                        refused.key(), m)));
            }
        };
    }

    @GetMapping("/ledgers/folders/{id}")
    ModelAndView one(Actor actor, Messages m, @PathVariable UUID id, HttpServletResponse response) {
        FolderView view = new FolderView(find(actor, id), m);
        if (view.going()) {
            response.setHeader("Refresh", LOOK_AGAIN);
        }
        return new ModelAndView("ledger/folder", Map.of("view", view));
    }

    private Folder find(Actor actor, UUID id) {
        return folders.find(actor, id).orElseThrow(() -> new Absent("folder", id));
    }

    @PostMapping("/ledgers/folders/{id}/stop")
    String stop(Actor actor, @PathVariable UUID id, RedirectAttributes redirect) {
        if (folders.stop(actor, id).isEmpty()) {
            throw new Absent("folder", id);
        }
        Toast.of("ledger.folder.stopped").after(redirect);
        return "redirect:/ledgers/folders/" + id;
    }

    /** Passes the file on from the disk, block by block. */
    @GetMapping("/ledgers/folders/{id}/export.zip")
    ResponseEntity<Resource> fetch(Actor actor, @PathVariable UUID id) {
        Path file = folders.fetch(actor, id).orElseThrow(() -> new Absent("folder", id));
        ContentDisposition attachment = ContentDisposition.attachment()
                .filename(find(actor, id).title() + ".zip", StandardCharsets.UTF_8).build();
        return ResponseEntity.ok().cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
                .contentType(MediaType.parseMediaType("application/zip")).body(new FileSystemResource(file));
    }
}
