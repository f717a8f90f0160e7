package org.jiaogongti.platform.round;

import java.util.UUID;

/** A trial waits to be made. */
record TrialOrdered(String district, UUID trial) {}
