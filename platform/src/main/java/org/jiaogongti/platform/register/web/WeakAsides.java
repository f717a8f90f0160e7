package org.jiaogongti.platform.register.web;

import java.util.List;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.activity.Aside;
import org.jiaogongti.platform.register.WeakEntries;
import org.jiaogongti.platform.shell.Messages;
import org.springframework.stereotype.Component;

/** What of a school's weak subjects waits for its office, on the school's own page. */
@Component
class WeakAsides implements Aside.Source {

    private final WeakEntries entries;

    WeakAsides(WeakEntries entries) {
        this.entries = entries;
    }

    @Override
    public List<Aside> ofSchool(Actor actor, UUID school, Messages m) {
        Words words = new Words(m);
        List<Aside.Line> lines = entries.waiting(actor, school).stream()
                .map(line -> new Aside.Line(words.subject(line.entry().key()),
                        words.days(line.entry().key().from(), line.entry().to()), Words.path(line.entry().key()),
                        Words.shape(line.state()), words.state(line.state())))
                .toList();
        return lines.isEmpty()
                ? List.of()
                : List.of(new Aside(m.t("register.weak.aside"), "/registers/weak?show=WAITING", lines));
    }
}
