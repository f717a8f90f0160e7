package org.jiaogongti.platform.obligation;

import java.util.List;

/** What counting or withdrawing a record moved, in instance order. */
public record Counted(List<Effect> effects) {

    public Counted {
        effects = List.copyOf(effects);
    }
}
