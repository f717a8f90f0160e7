package org.jiaogongti.platform.burden.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.burden.Burdens;
import org.jiaogongti.platform.shell.Messages;
import org.jiaogongti.platform.shell.TableFile;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** 填报用时. */
@Controller
class BurdenController {

    private final Burdens burdens;

    BurdenController(Burdens burdens) {
        this.burdens = burdens;
    }

    @GetMapping("/burden")
    ModelAndView page(Actor actor, Messages m) {
        return new ModelAndView("burden/burden", Map.of("view", BurdenView.of(burdens.sheet(actor), m)));
    }

    @GetMapping("/burden/export.{format:xlsx|csv}")
    ResponseEntity<byte[]> export(Actor actor, Messages m, @PathVariable String format) {
        BurdenView view = BurdenView.of(burdens.sheet(actor), m);
        List<String> heads = new ArrayList<>(List.of(m.t("burden.school")));
        view.sheet().weeks().forEach(week -> heads.add(week.toString()));
        heads.add(m.t("burden.sum"));
        List<List<String>> rows = new ArrayList<>();
        for (BurdenView.Row row : view.rows()) {
            List<String> cells = new ArrayList<>(List.of(row.school()));
            row.minutes().forEach(minutes -> cells.add(Long.toString(minutes)));
            cells.add(Long.toString(row.sum()));
            rows.add(cells);
        }
        return new TableFile(m.t("burden.title"), heads, rows).download(format);
    }
}
