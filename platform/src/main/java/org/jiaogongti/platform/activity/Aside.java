package org.jiaogongti.platform.activity;

import java.util.List;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.shell.Messages;

/**
 * What another module has to say on a page of this one, as a card.
 *
 * @param title of the card
 * @param href where there is more, or empty
 */
public record Aside(String title, String href, List<Line> lines) {

    public Aside {
        lines = List.copyOf(lines);
    }

    /**
     * A line of it.
     *
     * @param note small, below
     * @param href what it opens, or empty
     * @param shape of its state, or empty
     * @param word of its state
     */
    public record Line(String text, String note, String href, String shape, String word) {}

    /** Implemented by modules that come after this one; each answers for what this person may see, mostly nothing. */
    public interface Source {

        List<Aside> ofOccasion(Actor actor, UUID occasion, Messages m);

        List<Aside> ofSchool(Actor actor, UUID school, Messages m);
    }
}
