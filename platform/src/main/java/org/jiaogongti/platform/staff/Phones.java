package org.jiaogongti.platform.staff;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.RateLimits;
import org.jiaogongti.platform.access.Role;
import org.jiaogongti.platform.journal.Journal;
import org.jiaogongti.platform.school.Change;
import org.jiaogongti.platform.seal.SealedColumn;
import org.jiaogongti.platform.seal.Seals;
import org.jiaogongti.platform.shell.Absent;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.staff.store.PeopleStore;
import org.jiaogongti.platform.staff.store.PhoneStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How people are reached. Pages show a number masked; the whole number is given for a purpose, and the journal says to whom.
 * A number stands in no list, no file and no line of the journal.
 */
@Service
@Transactional
public class Phones {

    private static final String KIND = "person";
    private static final SealedColumn COLUMN = new SealedColumn("staff.phone", "phone");

    private final PhoneStore store;
    private final PeopleStore people;
    private final Register register;
    private final Tools tools;

    Phones(PhoneStore store, PeopleStore people, Register register, Tools tools) {
        this.store = store;
        this.people = people;
        this.register = register;
        this.tools = tools;
    }

    /** What keeping numbers needs besides their table. */
    @Component
    record Tools(Seals seals, Journal journal, RateLimits limits, BusinessClock clock) {}

    /** What a whole number is wanted for. */
    public enum Purpose {
        CALL, CHECK, URGENT
    }

    /**
     * A number as a page shows it.
     *
     * @param masked null where none is entered
     * @param keeps whether somebody may enter and remove it
     * @param gives whether somebody may have the whole of it
     */
    public record Line(@Nullable String masked, boolean keeps, boolean gives) {

        public static final Line NONE = new Line(null, false, false);
    }

    /** One person's number, for whoever reads the whole dossier. */
    @Transactional(readOnly = true)
    public Line line(Actor actor, Dossier dossier) {
        StaffRights rights = new StaffRights(actor);
        if (!rights.maySee(dossier)) {
            return Line.NONE;
        }
        UUID id = dossier.person().id();
        return new Line(store.of(id).map(sealed -> open(id, sealed).masked()).orElse(null), keeps(rights, dossier),
                gives(rights, dossier));
    }

    private PhoneNumber open(UUID person, byte[] sealed) {
        return new PhoneNumber(tools.seals().openText(COLUMN, person, sealed));
    }

    /** Unlike the rest of the register, the own number is everybody's own to enter. */
    private boolean keeps(StaffRights rights, Dossier dossier) {
        return rights.self(dossier.person().id()) || rights.mayKeep(dossier, tools.clock().today());
    }

    private boolean gives(StaffRights rights, Dossier dossier) {
        return keeps(rights, dossier) || (rights.maySee(dossier)
                && rights.actor().has(Role.BUREAU_LEADER, Role.BUREAU_ADMIN, Role.BUREAU_CLERK));
    }

    private Dossier kept(Actor actor, UUID person) {
        return register.dossier(person).filter(dossier -> keeps(new StaffRights(actor), dossier))
                .orElseThrow(() -> new Absent(KIND, person));
    }

    /** Enters somebody's number in place of the one before. */
    public Change note(Actor actor, UUID person, String typed) {
        kept(actor, person);
        Optional<PhoneNumber> number = PhoneNumber.of(typed);
        if (number.isEmpty()) {
            return new Change.Refused("staff.phone.refused.shape");
        }
        String digits = number.get().digits();
        store.put(person, tools.seals().seal(COLUMN, person, digits), tools.seals().index(COLUMN, digits));
        tools.journal().write(actor, "PhoneNoted", KIND, person, Map.of());
        return new Change.Done();
    }

    /** Removes somebody's number; nothing keeps it. */
    public Change remove(Actor actor, UUID person) {
        kept(actor, person);
        if (!store.remove(person)) {
            return new Change.Refused("staff.phone.refused.none");
        }
        tools.journal().write(actor, "PhoneRemoved", KIND, person, Map.of());
        return new Change.Done();
    }

    /** What came of asking for a whole number. */
    public sealed interface Given {

        /** The number, for this one answer. */
        record Whole(String number) implements Given {

            @Override
            public String toString() {
                return "Whole";
            }
        }

        /** A no, as a message key. */
        record Refused(String key) implements Given {}
    }

    /** Gives somebody's whole number for a purpose; the journal says so. */
    public Given give(Actor actor, UUID person, @Nullable Purpose purpose) {
        if (register.dossier(person).filter(known -> gives(new StaffRights(actor), known)).isEmpty()) {
            throw new Absent(KIND, person);
        }
        if (purpose == null) {
            return new Given.Refused("staff.refused.missing");
        }
        Optional<byte[]> sealed = store.of(person);
        if (sealed.isEmpty()) {
            return new Given.Refused("staff.phone.refused.none");
        }
        if (!tools.limits().take(actor.accountId()).passes()) {
            return new Given.Refused("staff.phone.refused.often");
        }
        tools.journal().write(actor, "PhoneShown", KIND, person, Map.of("purpose", purpose.name()));
        return new Given.Whole(open(person, sealed.get()).digits());
    }

    /** What came of looking for a whole number. */
    public sealed interface Found {

        /** Those whose number it is, of the people whose dossier somebody reads. */
        record These(List<Person> people) implements Found {}

        /** A no, as a message key. */
        record Refused(String key) implements Found {}
    }

    /** Finds people by their whole number; part of one finds nobody. */
    public Found find(Actor actor, String typed) {
        Optional<PhoneNumber> number = PhoneNumber.of(typed);
        if (number.isEmpty()) {
            return new Found.Refused("staff.phone.refused.shape");
        }
        if (!tools.limits().take(actor.accountId()).passes()) {
            return new Found.Refused("staff.phone.refused.often");
        }
        StaffRights rights = new StaffRights(actor);
        List<UUID> ids = store.having(tools.seals().index(COLUMN, number.get().digits()));
        List<Person> found = ids.isEmpty()
                ? List.of()
                : register.dossiers(people.find(ids)).stream().filter(rights::maySee).map(Dossier::person).toList();
        tools.journal().write(actor, "PhoneLookedFor", KIND, null, Map.of("found", found.size()));
        return new Found.These(found);
    }
}
