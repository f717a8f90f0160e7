package org.jiaogongti.platform.obligation;

import java.util.List;
import org.jiaogongti.charter.Charter;

/** Where charters come from. */
public interface CharterLibrary {

    /** Ids of the charters there are. */
    List<String> charters();

    /** Ids of the later laws that a charter has beside it; all of them are applied unless a district says otherwise. */
    List<String> overlays(String charter);

    /** A charter with these later laws. */
    Charter read(String charter, List<String> overlays);
}
