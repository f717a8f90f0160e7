package org.jiaogongti.platform.agenda.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.activity.Aside;
import org.jiaogongti.platform.activity.Caution;
import org.jiaogongti.platform.activity.Occasion;
import org.jiaogongti.platform.activity.Occasion.Said;
import org.jiaogongti.platform.agenda.AgendaQuery.Of;
import org.jiaogongti.platform.agenda.AgendaQuery.View;
import org.jiaogongti.platform.agenda.Agendas;
import org.jiaogongti.platform.agenda.ClashNote;
import org.jiaogongti.platform.shell.Messages;
import org.springframework.stereotype.Component;

/** What is in the way of a plan, on its page and beside the form while it is written. It is said and never forbids. */
@Component
class ClashAsides implements Aside.Source, Caution.Source {

    private final Agendas agendas;

    ClashAsides(Agendas agendas) {
        this.agendas = agendas;
    }

    @Override
    public List<Aside> ofOccasion(Actor actor, Occasion occasion, Messages m) {
        Optional<ClashNote> note = agendas.against(actor, occasion);
        return note.map(found -> {
            Words words = new Words(m);
            List<Aside.Line> lines = new ArrayList<>();
            words.obstacles(found)
                    .forEach(text -> lines.add(new Aside.Line(text, "", "", "soon", m.t("agenda.clash"))));
            lines.add(new Aside.Line(words.remedy(found), "", "", "", ""));
            return List.of(new Aside(m.t("agenda.clashes"), Addressing.agenda(
                    View.DAY, found.plan().day(),
                    new Of(null, found.plan().occasion().said().school(),
                            null, "", false),
                    false), lines));
        }).orElse(List.of());
    }

    @Override
    public List<Caution> against(Actor actor, UUID occasion, Said said, Messages m) {
        Words words = new Words(m);
        return agendas.against(actor, occasion, said)
                .map(found -> List.of(new Caution(m.t("agenda.clashes"), words.obstacles(found), words.remedy(found))))
                .orElse(List.of());
    }
}
