package org.jiaogongti.platform.obligation.web;

import org.jiaogongti.charter.Charter;
import org.jiaogongti.charter.Overlay;

/** How later law is named and where it stands. */
final class Laws {

    private Laws() {}

    static String label(Overlay law) {
        return law.from() + " " + law.law();
    }

    static String anchor(Overlay law) {
        return "law-" + law.id();
    }

    /** Beside the clause that it touches. */
    static String href(Charter charter, Overlay law, String duty) {
        return charter.obligation(duty).map(found -> Addresses.charter(found.head().quote().clause()))
                .orElse("/charter#" + anchor(law));
    }
}
