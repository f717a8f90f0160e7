package org.jiaogongti.platform.obligation.web;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.jiaogongti.platform.obligation.Amendments;
import org.jiaogongti.platform.obligation.InForce;
import org.jiaogongti.platform.obligation.Progresses;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.shell.Messages;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** 章程: the notice beside its duties, the readings, the what-if. */
@Controller
class CharterController {

    private final Progresses progresses;
    private final WhatIfs whatIfs;
    private final Amendments amendments;
    private final Keepers keepers;
    private final BusinessClock clock;

    CharterController(Progresses progresses, WhatIfs whatIfs, Amendments amendments, Keepers keepers,
            BusinessClock clock) {
        this.progresses = progresses;
        this.whatIfs = whatIfs;
        this.amendments = amendments;
        this.keepers = keepers;
        this.clock = clock;
    }

    @GetMapping("/charter")
    ModelAndView charter(@RequestParam(defaultValue = "") String part, @RequestParam(defaultValue = "") String law,
            @RequestParam Map<String, String> parameters, Messages m) {
        InForce inForce = inForce();
        WhatIfs.Asked asked = WhatIfs.Asked.of(parameters);
        String shown = part.isEmpty() ? WhatIfs.partOf(inForce, asked.duty()).orElse("三(三)") : part;
        if (!CharterBuilder.PARTS.contains(shown)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "no part '" + part + "'");
        }
        Words words = new Words(m);
        return new ModelAndView("obligation/charter", Map.of("view",
                new CharterBuilder(inForce.charter(), keepers.duties(inForce.charter()), words, clock.today(), shown,
                        law.equals("before"))
                        .build(inForce.charter(), whatIfs.view(inForce, shown, asked, words).orElse(null))));
    }

    /** The what-if alone, for a page that exchanges it while numbers are tried. */
    @GetMapping("/charter/what-if")
    ModelAndView whatIf(@RequestParam(defaultValue = "") String part, @RequestParam Map<String, String> parameters,
            Messages m) {
        InForce inForce = inForce();
        return new ModelAndView("obligation/what-if",
                Map.of("view", whatIfs.view(inForce, part, WhatIfs.Asked.of(parameters), new Words(m))
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "nothing to try"))));
    }

    @GetMapping("/charter/readings")
    ModelAndView readings(Messages m) {
        return new ModelAndView("obligation/readings",
                Map.of("view", CharterBuilder.readings(inForce().charter(), new Words(m), clock.today())));
    }

    @GetMapping("/charter/notice")
    ModelAndView notice() {
        return new ModelAndView("obligation/notice", Map.of("view", CharterBuilder.notice(inForce().charter())));
    }

    @GetMapping("/charter/file")
    ResponseEntity<byte[]> file() {
        String id = inForce().charter().id();
        return ResponseEntity.ok().contentType(new MediaType("application", "yaml", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(id + ".yaml", StandardCharsets.UTF_8).build()
                                .toString())
                .body(amendments.file().charter().getBytes(StandardCharsets.UTF_8));
    }

    private InForce inForce() {
        Optional<InForce> inForce = progresses.inForce();
        return inForce
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no charter is adopted yet"));
    }
}
