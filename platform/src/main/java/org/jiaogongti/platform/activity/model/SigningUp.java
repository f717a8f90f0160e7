package org.jiaogongti.platform.activity.model;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.platform.activity.Announcement;
import org.jiaogongti.platform.activity.Announcement.Audience;
import org.jiaogongti.platform.activity.Announcement.Entry;
import org.jiaogongti.platform.activity.Occasion;
import org.jiaogongti.platform.activity.Occasion.State;
import org.jspecify.annotations.Nullable;

/** Whether somebody may sign up for an occasion. */
public final class SigningUp {

    private SigningUp() {}

    /**
     * Who asks.
     *
     * @param person null for an account that belongs to nobody
     * @param school of those that take part, for which they would come, or null
     * @param schoolless whether they come for no school: a researcher of its communities, or the district's
     * @param subjects which they teach or research
     * @param listed whether they are on the list already
     */
    public record Who(@Nullable UUID person, @Nullable UUID school, boolean schoolless, Set<String> subjects,
            boolean listed) {

        public Who {
            subjects = Set.copyOf(subjects);
        }
    }

    /** What there is to say; all but {@link #MAY} say why not. */
    public enum Answer {
        MAY, LISTED, OVER, NOT_ANNOUNCED, BY_INVITATION, CLOSED, NOBODY, ELSEWHERE, OTHER_SUBJECT
    }

    public static Answer answer(Occasion occasion, @Nullable Announcement announcement, Who who, LocalDate today) {
        if (who.listed()) {
            return Answer.LISTED;
        }
        if (!comes(occasion, today)) {
            return Answer.OVER;
        }
        if (announcement == null || !announcement.holds()) {
            return Answer.NOT_ANNOUNCED;
        }
        if (announcement.entry() == Entry.INVITED) {
            return Answer.BY_INVITATION;
        }
        if (today.isAfter(announcement.until())) {
            return Answer.CLOSED;
        }
        if (who.person() == null) {
            return Answer.NOBODY;
        }
        if (who.school() == null && !who.schoolless()) {
            return Answer.ELSEWHERE;
        }
        String subject = occasion.said().subject();
        return announcement.audience() == Audience.SUBJECT && subject != null && !who.subjects().contains(subject)
                ? Answer.OTHER_SUBJECT
                : Answer.MAY;
    }

    /** Whether it is still to come: until then somebody may also leave the list. */
    public static boolean comes(Occasion occasion, LocalDate today) {
        return occasion.state() == State.PLANNED && !today.isAfter(occasion.said().date());
    }
}
