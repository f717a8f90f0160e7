package org.jiaogongti.platform.reminder;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.Posting;
import org.jspecify.annotations.Nullable;

/**
 * Something that is not done yet.
 *
 * @param sort what lead times are given for: a duty, or a step of filing
 * @param title short, in the notice's words, with the place and no person
 * @param path its page
 * @param due the last day on which it is in time
 * @param ladder who must act, and who is told next when nobody does
 */
public record Due(Matter matter, Sort sort, String title, String path, LocalDate due, List<Party> ladder) {

    public Due {
        ladder = List.copyOf(ladder);
        if (ladder.isEmpty()) {
            throw new IllegalArgumentException("nobody has to act: " + matter);
        }
    }

    /**
     * What it is, for whoever said so.
     *
     * @param kind whose it is
     * @param id as that source knows it
     */
    public record Matter(String kind, String id) {}

    /**
     * What lead times are given for.
     *
     * @param name as pages show it
     */
    public record Sort(String code, String name) {}

    /**
     * Who is told.
     *
     * @param school whose week it is counted in; null for the district's offices
     * @param postings whoever holds one of them
     * @param accounts these besides
     */
    public record Party(@Nullable UUID school, Set<Posting> postings, Set<UUID> accounts) {

        public Party {
            postings = Set.copyOf(postings);
            accounts = Set.copyOf(accounts);
        }

        public static Party of(Posting posting) {
            return new Party(posting.schoolId(), Set.of(posting), Set.of());
        }
    }

    /** A module that knows what is due. Asked in a transaction of the district. */
    public interface Source {

        /** The word its matters begin with. */
        String kind();

        /** For what lead times can be given. */
        List<Sort> sorts();

        /** What is not done and due by a day, past days included as far as it still matters. */
        List<Due> open(LocalDate today, LocalDate until);

        /** Those of some matters that are not done yet, whenever they are due. */
        List<Due> open(LocalDate today, Collection<String> ids);

        /** Whether somebody may press the button about it, besides holding an office. */
        default boolean mayPress(Actor actor, String id) {
            return true;
        }

        /** One of them; empty where it is done, or was never owed. */
        default Optional<Due> find(LocalDate today, String id) {
            return open(today, List.of(id)).stream().findFirst();
        }
    }
}
