package org.jiaogongti.platform.filing.model;

import java.util.Set;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.Posting;
import org.jiaogongti.platform.access.Role;
import org.jiaogongti.platform.filing.Filing;
import org.jiaogongti.platform.filing.Filing.State;

/**
 * Whose filings are somebody's to handle. A researcher checks the plans of their subjects, wherever they come from; one for
 * whom the register names no subject checks those of the community they are posted to.
 *
 * @param subjects that somebody answers for as a researcher, or in a researcher's absence
 */
public record Reach(Actor actor, Set<String> subjects) {

    private static final Role[] OFFICE = {Role.PRINCIPAL, Role.SCHOOL_CLERK};

    public Reach {
        subjects = Set.copyOf(subjects);
    }

    public boolean researcher() {
        return actor.has(Role.RESEARCHER);
    }

    public boolean department() {
        return actor.has(Role.TRAINING_DEPARTMENT);
    }

    /** Looks at everything and decides nothing. */
    public boolean bureau() {
        return actor.has(Role.BUREAU_CLERK, Role.BUREAU_LEADER);
    }

    /** Communities whose plans come to a researcher without a subject. */
    public Set<UUID> communities() {
        return researcher() && subjects.isEmpty() ? actor.communities(Role.RESEARCHER) : Set.of();
    }

    /** Schools for which somebody answers. */
    public Set<UUID> schools() {
        return actor.schools(OFFICE);
    }

    /** Groups that somebody convenes, as {@code community/subject}. */
    public Set<String> groups() {
        return actor.postings().stream().filter(posting -> posting.role() == Role.CONVENOR)
                .filter(posting -> posting.communityId() != null && posting.subject() != null).map(Reach::group)
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
    }

    private static String group(Posting posting) {
        return posting.communityId() + "/" + posting.subject();
    }

    /** Whether its plan is theirs to check, when it is its turn. */
    public boolean checks(Filing filing) {
        return researcher() && filing.plan() && ((filing.subject() != null && subjects.contains(filing.subject()))
                || communities().contains(filing.community()));
    }

    /** Whether it waits for them now; what they may look at because of it ends with it. */
    public boolean holds(Filing filing) {
        return switch (filing.state().turn()) {
            case RESEARCHER -> checks(filing);
            case DEPARTMENT -> department();
            case SUBMITTER, NOBODY -> false;
        };
    }

    /** While the other side works on it, it is still theirs to look at. */
    public boolean awaits(Filing filing) {
        return filing.state() == State.RETURNED ? checks(filing) : filing.state() == State.ASKED && department();
    }
}
