package org.jiaogongti.platform.disclosure;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jiaogongti.platform.access.Accounts;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.Role;
import org.jiaogongti.platform.advice.Advisers;
import org.jiaogongti.platform.evidence.EvidenceFiles;
import org.jiaogongti.platform.evidence.EvidenceItem;
import org.jiaogongti.platform.disclosure.model.FileText;
import org.jiaogongti.platform.disclosure.model.PersonalData;
import org.jiaogongti.platform.journal.Journal;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.shell.Ids;
import org.jiaogongti.platform.staff.People;
import org.springframework.stereotype.Component;

/** What publishing stands on: the clock, the journal, files, and everybody's names. */
@Component
record Desk(BusinessClock clock, Journal journal, Ids ids, EvidenceFiles files, Register register) {

    /** Who could be named by mistake. */
    @Component
    record Register(People people, Accounts accounts, Advisers advisers) {}

    static boolean writes(Actor actor) {
        return actor.has(Role.BUREAU_ADMIN, Role.BUREAU_CLERK, Role.BUREAU_LEADER);
    }

    LocalDate today() {
        return clock.today();
    }

    /** Personal data in a publication's words and in the text of its files. */
    List<PersonalData.Found> check(Publication publication, List<EvidenceItem> items) {
        Publication.Words words = publication.words();
        PersonalData.Reader reader = new PersonalData.Reader(text -> named(text), publication.cleared());
        reader.read("", words.title() + "\n" + words.issuer() + "\n" + words.body());
        for (EvidenceItem item : items) {
            reader.read(item.name(), item.name() + "\n" + FileText.of(item.kind(), () -> files.open(item)));
        }
        return reader.found();
    }

    private Set<String> named(String text) {
        Set<String> names = new TreeSet<>(register.people().namedIn(text));
        names.addAll(register.accounts().namedIn(text));
        names.addAll(register.advisers().namedIn(text));
        return names;
    }
}
