package org.jiaogongti.platform.seal;

/** Something sealed cannot be opened: its key is not here, or it is not what was sealed for its row. */
public final class SealBroken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SealBroken(String message) {
        super(message);
    }
}
