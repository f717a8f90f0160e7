package org.jiaogongti.platform.agenda.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.agenda.AgendaQuery;
import org.jiaogongti.platform.agenda.AgendaQuery.View;
import org.jiaogongti.platform.agenda.Agendas;
import org.jiaogongti.platform.school.TimetableReach;
import org.jiaogongti.platform.shell.Absent;
import org.jiaogongti.platform.shell.Messages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** 日程: a day, a week, a month or a term of somebody's calendar. */
@Controller
class AgendaController {

    private final Agendas agendas;

    AgendaController(Agendas agendas) {
        this.agendas = agendas;
    }

    @GetMapping("/agenda")
    ModelAndView agenda(Actor actor, Messages m, @RequestParam(defaultValue = "") String view,
            @RequestParam(defaultValue = "") String day, @RequestParam(defaultValue = "") String of,
            @RequestParam(defaultValue = "") String subject) {
        AgendaQuery query = new AgendaQuery(view(view), day(day),
                Addressing.read(of.isEmpty() ? usual(actor) : of, subject)
                        .orElseThrow(() -> new Absent("agenda", of)));
        return new ModelAndView("agenda/agenda", Map.of("view",
                new AgendaView(agendas.of(actor, query), actor.personId() != null, new Words(m))));
    }

    /** Who looks after the whole district looks at its calendar first; hardly anything is on their own. */
    private static String usual(Actor actor) {
        return TimetableReach.of(actor).district() ? Addressing.ALL : Addressing.OWN;
    }

    private static View view(String asked) {
        for (View view : View.values()) {
            if (view.name().equalsIgnoreCase(asked)) {
                return view;
            }
        }
        return View.WEEK;
    }

    /** What is no day is today: somebody deleted the date to come back. */
    private static @Nullable LocalDate day(String typed) {
        try {
            LocalDate day = typed.isBlank() ? null : LocalDate.parse(typed.strip());
            return day == null || day.getYear() < 1950 || day.getYear() > 2150 ? null : day;
        } catch (DateTimeException none) {
            return null;
        }
    }
}
