package org.jiaogongti.platform.access;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account to be made.
 *
 * @param login what the person types, for example a staff number
 * @param personId the person in {@code staff} whose postings count, or null
 * @param password null when the person will choose one by a one-time link
 * @param sampleOrder place among a demo's one-click accounts, or null
 * @param roles roles given to the account itself, besides the person's postings
 */
public record NewAccount(String login, String name, @Nullable UUID personId, @Nullable String password,
        @Nullable Integer sampleOrder, Set<Posting> roles) {

    public NewAccount {
        roles = Set.copyOf(roles);
    }
}
