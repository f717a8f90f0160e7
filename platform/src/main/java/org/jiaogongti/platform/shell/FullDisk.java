package org.jiaogongti.platform.shell;

/** The database's disk has no room: a failure that an administrator ends, and not a fault of the program. */
public interface FullDisk {

    /** Insufficient storage, RFC 4918, 11.5. */
    int STATUS = 507;

    /** Whether something failed for want of room. A database that cannot be reached is not full. */
    boolean ended(Throwable failure);
}
