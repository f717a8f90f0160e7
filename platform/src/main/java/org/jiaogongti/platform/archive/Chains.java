package org.jiaogongti.platform.archive;

import java.util.List;
import org.jiaogongti.platform.archive.Manifest.Chain;
import org.jiaogongti.platform.archive.store.Session;
import org.jiaogongti.platform.journal.Verification;

/** The end of a district's journal, with what its verification says. */
final class Chains {

    private Chains() {}

    static Chain end(Session session, String district) {
        return switch (new Verification(session.source()).verify(district, List.of())) {
            case Verification.Sound sound -> new Chain(sound.lines(), sound.sm3(), "");
            case Verification.Broken broken -> new Chain(broken.number(), "", broken.fault().name());
        };
    }
}
