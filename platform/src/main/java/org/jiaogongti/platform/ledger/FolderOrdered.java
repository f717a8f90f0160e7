package org.jiaogongti.platform.ledger;

import java.util.UUID;

/** A folder waits to be made. Opaque on purpose: the event log holds no personal data. */
public record FolderOrdered(String district, UUID folder) {}
