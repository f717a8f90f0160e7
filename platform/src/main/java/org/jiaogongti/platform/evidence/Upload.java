package org.jiaogongti.platform.evidence;

import java.io.IOException;
import java.io.InputStream;

/**
 * A file as it arrives.
 *
 * @param name the name the sender gave it; shown, never used as a path
 */
public record Upload(String name, Content content) {

    /** Opens the bytes once. */
    @FunctionalInterface
    public interface Content {
        InputStream open() throws IOException;
    }
}
