package org.jiaogongti.platform.archive;

import org.jiaogongti.platform.shell.BusinessClock;

/**
 * Who works at the shell, with which build, and who is told how far it is.
 *
 * @param program the build's version
 * @param person the operating system's name for them
 * @param tells a line for everything that takes time
 */
public record Circumstances(String program, String person, BusinessClock clock, Tells tells) {

    /** Told while it is being worked on. */
    public interface Tells {
        void step(String line);
    }
}
