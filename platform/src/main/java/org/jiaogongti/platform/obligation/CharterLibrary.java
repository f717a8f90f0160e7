package org.jiaogongti.platform.obligation;

import java.util.List;
import java.util.Set;
import org.jiaogongti.charter.Charter;
import org.jiaogongti.charter.reading.CharterText;

/** Where charters come from. */
public interface CharterLibrary {

    /** Ids of the charters there are. */
    List<String> charters();

    /** Ids of the later laws that a charter has beside it; all of them are applied unless a district says otherwise. */
    List<String> overlays(String charter);

    /** A charter with these later laws. */
    default Charter read(String charter, List<String> overlays) {
        return withOverlays(bare(charter), overlays);
    }

    /** A charter without later law. */
    Charter bare(String charter);

    /** The same charter as the platform counts it: with these later laws beside it, and by the fact types that it keeps. */
    Charter withOverlays(Charter charter, List<String> overlays);

    /** A later law's file as it is written. */
    String overlayText(String overlay);

    /** The fact types that are kept here besides those of the charter's own words. */
    Set<String> factTypes();

    /** A charter's files as they are written. */
    CharterText text(String charter);
}
