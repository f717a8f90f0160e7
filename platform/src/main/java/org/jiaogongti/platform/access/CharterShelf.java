package org.jiaogongti.platform.access;

import java.util.List;
import java.util.Optional;

/** The charters a new district may adopt; implemented by the module that knows charters. */
public interface CharterShelf {

    /** A charter by its id and the title of its notice. */
    record Offer(String id, String title) {}

    List<Offer> offers();

    /** Puts a charter in force for the district in scope, inside the caller's transaction. */
    void adopt(Actor by, String id);

    /** A district's own charter file, and the text of the notice that it quotes. */
    record Own(String charter, String notice) {}

    /** What is wrong with an own file, one line for each error with its place and remedy; empty where nothing is. */
    Optional<String> wrong(Own own);

    /** Puts an own file in force for the district in scope, inside the caller's transaction. */
    void adopt(Actor by, Own own);
}
