package org.jiaogongti.platform.disclosure;

import java.util.UUID;

/** One thing done to a publication. */
public record PublicationStep(UUID id, UUID publication, What what, String words, Publication.Hand by) {

    /** What was done. */
    public enum What {
        WRITTEN, SUBMITTED, RETURNED,
        /** A name was let stand. */
        CLEARED,
        /** A file was looked at. */
        LOOKED, PUBLISHED, WITHDRAWN;

        public String key() {
            return "disclosure.step." + name();
        }
    }
}
