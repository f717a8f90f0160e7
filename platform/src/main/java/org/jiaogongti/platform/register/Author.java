package org.jiaogongti.platform.register;

import java.util.UUID;
import org.jiaogongti.platform.access.Actor;

/** Who wrote something, as the row keeps it. */
public record Author(UUID account, String name) {

    public static Author of(Actor actor) {
        return new Author(actor.accountId(), actor.name());
    }
}
