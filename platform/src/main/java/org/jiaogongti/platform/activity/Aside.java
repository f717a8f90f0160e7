package org.jiaogongti.platform.activity;

import java.util.List;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.shell.Messages;
import org.jspecify.annotations.Nullable;

/**
 * What another module has to say on a page of this one, as a card.
 *
 * @param id by which the card can be linked to, or null
 * @param title of the card
 * @param href where there is more, or empty
 */
public record Aside(@Nullable String id, Place place, String title, String href, List<Line> lines,
        List<Action> actions) {

    public Aside {
        lines = List.copyOf(lines);
        actions = List.copyOf(actions);
    }

    /** Something told, with nothing to do about it. */
    public Aside(String title, String href, List<Line> lines) {
        this(null, Place.TOLD, title, href, lines, List.of());
    }

    /** Where a card stands on an occasion's page. */
    public enum Place {
        /** With what comes next, and who does it. */
        NEXT,
        /** With what it was. */
        TOLD
    }

    /**
     * A line of it.
     *
     * @param note small, below
     * @param href what it opens, or empty
     * @param shape of its state, or empty
     * @param word of its state; where it is empty the shape stands before the text
     */
    public record Line(String text, String note, String href, String shape, String word) {}

    /**
     * A button that opens a page.
     *
     * @param urgent whether something waits for it
     */
    public record Action(String label, String href, boolean urgent) {}

    /**
     * Implemented by modules that come after this one; each answers for what this person may see, mostly nothing. Whoever
     * asks has looked at the right to the occasion or the school already.
     */
    public interface Source {

        default List<Aside> ofOccasion(Actor actor, Occasion occasion, Messages m) {
            return List.of();
        }

        default List<Aside> ofSchool(Actor actor, UUID school, Messages m) {
            return List.of();
        }

        /**
         * The occasion has changed: it says something else, was announced, moved, held, called off or taken back. In the
         * caller's transaction.
         */
        default void follow(Actor actor, Occasion now) {}
    }
}
