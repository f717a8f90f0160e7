package org.jiaogongti.platform.staff;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.charter.Rank;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.Role;
import org.jiaogongti.platform.school.Schools;

/**
 * Whose register somebody may see and keep. The bureau and the training department see everybody, a school's office its own
 * staff, everybody themselves; whoever else finds somebody ({@link Directory}) reads a card of them. The bureau's administrator keeps all of it, a school's office that of its own staff, and
 * nobody their own.
 */
record StaffRights(Actor actor) {

    private static final Role[] WHOLE = {Role.BUREAU_LEADER, Role.BUREAU_ADMIN, Role.BUREAU_CLERK,
            Role.TRAINING_DEPARTMENT};
    /** What a school's office may post its own people to; heads are appointed by the bureau. */
    private static final Set<Role> BY_OFFICE = Collections
            .unmodifiableSet(EnumSet.of(Role.TEACHER, Role.SCHOOL_CLERK));
    /** What the bureau posts people to here; groups, advisers and administrators come in their own ways. */
    private static final Set<Role> BY_BUREAU = Collections.unmodifiableSet(EnumSet.of(Role.TEACHER, Role.SCHOOL_CLERK,
            Role.PRINCIPAL, Role.TRAINING_DEPARTMENT, Role.INSPECTOR, Role.BUREAU_CLERK, Role.BUREAU_LEADER));

    boolean seesAll() {
        return actor.equals(Actor.system()) || actor.has(WHOLE);
    }

    boolean organises() {
        return Schools.mayOrganise(actor);
    }

    /** The schools somebody answers for. */
    Set<UUID> offices() {
        return actor.schools(Role.PRINCIPAL, Role.SCHOOL_CLERK);
    }

    boolean self(UUID person) {
        return person.equals(actor.personId());
    }

    boolean maySee(Dossier dossier) {
        return seesAll() || self(dossier.person().id()) || officeOfAny(dossier.schoolsEver());
    }

    boolean mayKeep(Dossier dossier, LocalDate day) {
        return !self(dossier.person().id()) && (organises() || officeOfAny(dossier.schoolsFrom(day)));
    }

    boolean officeOfAny(Collection<UUID> schools) {
        return offices().stream().anyMatch(schools::contains);
    }

    Set<Role> mayPostTo() {
        return organises() ? BY_BUREAU : BY_OFFICE;
    }

    /** Whether somebody may say that a person is posted so, or no more. */
    boolean mayPost(Role role, java.util.Optional<UUID> school) {
        return mayPostTo().contains(role)
                && (organises() || school.filter(offices()::contains).isPresent());
    }

    boolean mayRank(Rank rank) {
        return organises() || (rank != Rank.PRINCIPAL && rank != Rank.VICE_PRINCIPAL);
    }
}
