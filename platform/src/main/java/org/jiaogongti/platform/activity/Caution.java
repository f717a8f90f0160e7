package org.jiaogongti.platform.activity;

import java.util.List;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.shell.Messages;

/**
 * What another module has to say against a plan while it is written. It is shown and never forbids.
 *
 * @param lines what is so, one each
 * @param remedy what can be done
 */
public record Caution(String title, List<String> lines, String remedy) {

    public Caution {
        lines = List.copyOf(lines);
    }

    /** Implemented by modules that come after this one. */
    public interface Source {

        /** @param occasion the one that is changed, or an id that no occasion has */
        List<Caution> against(Actor actor, UUID occasion, Occasion.Said said, Messages m);
    }
}
