package org.jiaogongti.platform.head.web;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.head.HeadFile;
import org.jiaogongti.platform.head.Heads;
import org.jiaogongti.platform.shell.Absent;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.shell.Messages;
import org.jiaogongti.platform.shell.Toast;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 日志链尾: what was given out of the journal, to be taken along as a file or on paper. */
@Controller
class HeadController {

    private final Heads heads;
    private final BusinessClock clock;

    HeadController(Heads heads, BusinessClock clock) {
        this.heads = heads;
        this.clock = clock;
    }

    @GetMapping("/journal/heads")
    String list(Actor actor, Model model, @RequestParam(defaultValue = "") String until) {
        LocalDate today = clock.today();
        model.addAttribute("view", new HeadsView(heads.page(actor, until.isEmpty() ? today : day(until)),
                !until.isEmpty()));
        return "head/heads";
    }

    @GetMapping("/journal/heads/{day}.txt")
    ResponseEntity<byte[]> file(@PathVariable String day) {
        HeadFile file = found(day);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(file.name()).build().toString())
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .body(file.text().getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/journal/heads/{day}.{format:docx|pdf}")
    ResponseEntity<byte[]> sheet(@PathVariable String day, @PathVariable String format, Messages m) {
        return HeadPaper.of(found(day), m).download(format, m);
    }

    @PostMapping("/journal/heads/letters")
    String tell(Actor actor, RedirectAttributes redirect) {
        return after(heads.tellMe(actor, true), "head.letters.asked", redirect);
    }

    @PostMapping("/journal/heads/letters/end")
    String tellNoMore(Actor actor, RedirectAttributes redirect) {
        return after(heads.tellMe(actor, false), "head.letters.ended", redirect);
    }

    private static String after(boolean changed, String key, RedirectAttributes redirect) {
        if (changed) {
            Toast.of(key).after(redirect);
        }
        return "redirect:/journal/heads";
    }

    private HeadFile found(String day) {
        return heads.find(day(day)).orElseThrow(() -> new Absent("head", day));
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException none) {
            throw new Absent("head", text);
        }
    }
}
