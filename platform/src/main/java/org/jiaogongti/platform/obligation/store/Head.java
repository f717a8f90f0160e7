package org.jiaogongti.platform.obligation.store;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The ledger's one row. */
public record Head(UUID version, String charter, List<String> overlays, LocalDate appliedTo) {

    public Head {
        overlays = List.copyOf(overlays);
    }
}
