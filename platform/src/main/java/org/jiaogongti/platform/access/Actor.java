package org.jiaogongti.platform.access;

import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiaogongti.platform.journal.Author;
import org.jspecify.annotations.Nullable;

/**
 * Who acts in this request, with the rights of this moment. A controller takes it as an argument.
 *
 * @param personId the person in {@code staff}; null for an account that belongs to none
 * @param name for pages; never to be stored with what was done
 * @param standingInFor accounts in whose absence they hold a role today; those roles are among the postings
 */
public record Actor(UUID accountId, @Nullable UUID personId, String name, Set<Posting> postings,
        Set<UUID> standingInFor) implements Author {

    /** The request attribute under which whoever comes after the controller finds who acted. */
    public static final String ATTRIBUTE = Actor.class.getName();

    private static final UUID NOBODY = new UUID(0, 0);

    public Actor {
        postings = Set.copyOf(postings);
        standingInFor = Set.copyOf(standingInFor);
    }

    /** Somebody who stands in for nobody. */
    public Actor(UUID accountId, @Nullable UUID personId, String name, Set<Posting> postings) {
        this(accountId, personId, name, postings, Set.of());
    }

    /** Whether it is they, or one in whose absence they act: what an account did must not be decided by either. */
    public boolean actsFor(UUID account) {
        return accountId.equals(account) || standingInFor.contains(account);
    }

    /** The application itself: jobs, and the loading of the sample world. */
    public static Actor system() {
        return new Actor(NOBODY, null, "", Set.of());
    }

    public boolean has(Role... roles) {
        return postings.stream().anyMatch(posting -> Arrays.asList(roles).contains(posting.role()));
    }

    public Set<Role> roles() {
        return postings.stream().map(Posting::role).collect(Collectors.toUnmodifiableSet());
    }

    /** The schools where one of these roles is held; of all roles when none is named. */
    public Set<UUID> schools(Role... roles) {
        return postings.stream().filter(posting -> posting.schoolId() != null)
                .filter(posting -> roles.length == 0 || Arrays.asList(roles).contains(posting.role()))
                .map(Posting::schoolId).collect(Collectors.toUnmodifiableSet());
    }

    /** The communities named by postings; those of one's schools are known to {@code community}. */
    public Set<UUID> communities(Role... roles) {
        return postings.stream().filter(posting -> posting.communityId() != null)
                .filter(posting -> roles.length == 0 || Arrays.asList(roles).contains(posting.role()))
                .map(Posting::communityId).collect(Collectors.toUnmodifiableSet());
    }
}
