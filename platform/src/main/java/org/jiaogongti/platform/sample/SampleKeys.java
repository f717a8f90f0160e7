package org.jiaogongti.platform.sample;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The sample world's names and their ids. */
final class SampleKeys {

    private final Map<String, UUID> ids = new HashMap<>();
    private final Map<String, UUID> accounts = new HashMap<>();

    SampleKeys(SampleWorld world) {
        world.schools().forEach(school -> ids.put(school.name(), school.id()));
        world.communities().forEach(community -> ids.put(community.name(), community.id()));
        world.people().forEach(person -> ids.put(person.name(), person.id()));
    }

    UUID of(String name) {
        UUID id = ids.get(name);
        if (id == null) {
            throw new IllegalArgumentException("Nothing in the sample world is called " + name + ".");
        }
        return id;
    }

    @Nullable
    UUID orNull(@Nullable String name) {
        return name == null ? null : of(name);
    }

    void account(String person, UUID account) {
        accounts.put(person, account);
    }

    /** The account under which a person records; those who never sign in here stand under their own id. */
    UUID accountOf(String person) {
        return accounts.getOrDefault(person, of(person));
    }
}
