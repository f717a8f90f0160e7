package org.jiaogongti.platform.access;

import java.util.List;

/** The charters a new district may adopt; implemented by the module that knows charters. */
public interface CharterShelf {

    /** A charter by its id and the title of its notice. */
    record Offer(String id, String title) {}

    List<Offer> offers();

    /** Puts a charter in force for the district in scope, inside the caller's transaction. */
    void adopt(Actor by, String id);
}
