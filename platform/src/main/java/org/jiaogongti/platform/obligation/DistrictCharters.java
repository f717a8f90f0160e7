package org.jiaogongti.platform.obligation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jiaogongti.charter.Charter;
import org.jiaogongti.charter.reading.CharterText;
import org.jiaogongti.charter.reading.Charters;
import org.jiaogongti.platform.obligation.store.AmendmentStore;
import org.jiaogongti.platform.obligation.store.Head;
import org.springframework.stereotype.Component;

/** The charter a district keeps: one of the library, or its own edition of one. */
@Component
class DistrictCharters {

    private static final String EDITION = "edition:";

    private final CharterLibrary library;
    private final AmendmentStore editions;

    DistrictCharters(CharterLibrary library, AmendmentStore editions) {
        this.library = library;
        this.editions = editions;
    }

    /** What the ledger calls a district's own edition. */
    static String named(UUID edition) {
        return EDITION + edition;
    }

    Charter read(Head head) {
        return head.charter().startsWith(EDITION)
                ? library.withOverlays(Charters.of("章程", text(head)), head.overlays())
                : library.read(head.charter(), head.overlays());
    }

    /** Everything that {@link #read} goes by. */
    RuleTexts texts(Head head) {
        Map<String, String> overlays = new LinkedHashMap<>();
        head.overlays().forEach(overlay -> overlays.put(overlay, library.overlayText(overlay)));
        return new RuleTexts(text(head), overlays, library.factTypes());
    }

    CharterText text(Head head) {
        return head.charter().startsWith(EDITION)
                ? editions.edition(UUID.fromString(head.charter().substring(EDITION.length())))
                : library.text(head.charter());
    }
}
