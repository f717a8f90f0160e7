package org.jiaogongti.platform.obligation.web;

import org.jiaogongti.charter.Charter;
import org.jiaogongti.charter.Overlay;

/** How later law is named and where it stands. */
final class Laws {

    private Laws() {}

    /** Short enough for a chip: who issued it, when, and what kind of paper it is, all cut out of its title. */
    static String label(Overlay law) {
        int about = law.law().indexOf("关于");
        int kind = law.law().lastIndexOf('的');
        return about <= 0 || kind < about
                ? law.issuedOn() + " " + law.law()
                : law.law().substring(0, about) + " " + law.issuedOn() + " " + law.law().substring(kind + 1);
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
