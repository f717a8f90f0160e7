package org.jiaogongti.platform.disclosure;

import java.util.List;
import java.util.Optional;
import org.jiaogongti.platform.access.Actor;

/**
 * What a module hands over for the public: a bean of this type offers texts, from which somebody makes a draft. Nothing is
 * public by being offered; a draft is a copy, and what is offered later does not change it.
 */
public interface DisclosureSource {

    /** Such as {@code charter}; the first part of an offer's address. */
    String key();

    /** What may be made public now, the newest first; few. */
    List<Offer> offers(Actor actor);

    /** A draft's words; empty where there is no such text for this actor. */
    Optional<Handed> handed(Actor actor, String reference);

    /** Where the bureau sees what a text was made from; empty where there is no page of it. */
    default Optional<String> page(String reference) {
        return Optional.empty();
    }

    /**
     * A text that may be made public.
     *
     * @param reference the source's own name of it
     */
    record Offer(String reference, String title) {}

    /**
     * A text as it is handed over.
     *
     * @param number the index number it has already, or empty
     */
    record Handed(String number, Publication.Words words) {}
}
