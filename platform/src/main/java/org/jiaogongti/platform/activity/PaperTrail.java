package org.jiaogongti.platform.activity;

import java.util.List;
import java.util.Optional;
import org.jiaogongti.platform.access.Actor;
import org.jspecify.annotations.Nullable;

/** What has to be handed in about an occasion beforehand; implemented by the module that keeps it. */
public interface PaperTrail {

    /** Where that stands, for the occasion's page; empty where nothing has to be handed in. */
    Optional<Standing> of(Actor actor, Occasion occasion);

    /** The occasion has changed: it says something else, is held, called off or taken back. In the caller's transaction. */
    void follow(Actor actor, Occasion now);

    /**
     * In words.
     *
     * @param shape the class of its shape, such as {@code soon}
     * @param key message key of what is so
     * @param next message key of what comes next and by whom, or null
     * @param href where it can be done or looked at, or null
     * @param action message key of the link's words, or null
     */
    record Standing(String shape, String key, List<Object> numbers, @Nullable String next, @Nullable String href,
            @Nullable String action) {

        public Standing {
            numbers = List.copyOf(numbers);
        }
    }
}
