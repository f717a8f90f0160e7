package org.jiaogongti.platform.staff.web;

import java.util.Map;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.shell.Messages;
import org.jiaogongti.platform.staff.Mentoring;
import org.jiaogongti.platform.staff.Mentoring.Own;
import org.jiaogongti.platform.staff.Phones;
import org.jiaogongti.platform.staff.Phones.Line;
import org.jiaogongti.platform.staff.Register;
import org.jiaogongti.platform.staff.web.PersonView.Beside;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Puts one person's page together, as it is and as it comes back with a form. */
@Component
class PersonPages {

    private final Register register;
    private final Mentoring mentoring;
    private final Phones phones;

    PersonPages(Register register, Mentoring mentoring, Phones phones) {
        this.register = register;
        this.mentoring = mentoring;
        this.phones = phones;
    }

    /**
     * What came back.
     *
     * @param problem message key of what was wrong with the form, or empty
     * @param form which form it was, or empty
     * @param typed what it held
     * @param phone the whole number where it was just given, or empty
     */
    record Answer(String problem, String form, Map<String, String> typed, String phone) {

        static final Answer NOTHING = new Answer("", "", Map.of(), "");
    }

    ModelAndView of(Actor actor, Messages m, UUID id, Answer answer) {
        Register.Shown shown = register.show(actor, id);
        Beside beside = shown.whole()
                ? new Beside(mentoring.ofPerson(actor, id), phones.line(actor, shown.dossier()), answer.phone())
                : new Beside(Own.NONE, Line.NONE, "");
        return new ModelAndView("staff/person",
                Map.of("view", new PersonView(shown, beside, m, answer.problem(), answer.form(), answer.typed())));
    }
}
