package org.jiaogongti.platform.activity;

import java.util.Optional;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;

/** What was written about an occasion before it was held; implemented by the module that keeps it. */
public interface Beforehand {

    /** Empty where nothing stands, or the person does not hand in about it. */
    Optional<Told> of(Actor actor, UUID occasion);

    /**
     * The latest text.
     *
     * @param link the first address in it, or empty
     */
    record Told(String theme, String agenda, String link) {}
}
