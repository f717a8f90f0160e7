package org.jiaogongti.platform.obligation.web;

import java.util.Map;
import org.jiaogongti.charter.counting.InstanceKey;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.obligation.Span;
import org.jiaogongti.platform.shell.Messages;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** One instance, and one cell of the board. */
@Controller
class DutyController {

    private final Duties duties;

    DutyController(Duties duties) {
        this.duties = duties;
    }

    @GetMapping("/duties/{duty}/{bearer}/{counterpart}/{period}")
    ModelAndView instance(Actor actor, @PathVariable String duty, @PathVariable String bearer,
            @PathVariable String counterpart, @PathVariable String period, Messages m) {
        InstanceKey key = new InstanceKey(duty, bearer, Addresses.counterpart(counterpart), period);
        Duties.Opened opened = duties.open(actor, key, new Words(m))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no duty " + key));
        return new ModelAndView("obligation/duty", Map.of("view", opened.view(), "cards", opened.cards()));
    }

    @GetMapping("/duties/{duty}/{bearer}/{counterpart}/{period}/export.{format:xlsx|csv}")
    ResponseEntity<byte[]> export(@PathVariable String duty, @PathVariable String bearer,
            @PathVariable String counterpart, @PathVariable String period, @PathVariable String format, Messages m) {
        InstanceKey key = new InstanceKey(duty, bearer, Addresses.counterpart(counterpart), period);
        DutyView view = duties.instance(key, new Words(m))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no duty " + key));
        return DutyTable.of(view, m).download(format);
    }

    @GetMapping("/duties/{duty}/{community}")
    ModelAndView cell(@PathVariable String duty, @PathVariable String community,
            @RequestParam(defaultValue = "") String term, @RequestParam(defaultValue = "") String span, Messages m) {
        return new ModelAndView("obligation/cell-page",
                Map.of("view", duties.cell(duty, community, term, Span.Width.of(span), new Words(m))
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND,
                                "no duty " + duty + " of " + community))));
    }
}
