package org.jiaogongti.platform.start;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.jiaogongti.platform.shell.Installation;

/**
 * What was asked for on the command line.
 *
 * @param prepared where the build has left what an empty folder begins with
 */
record StartPlan(Installation.Mode mode, Path folder, Path cache, int port, boolean lan, Optional<LocalDate> date,
        boolean fresh, Optional<Path> prepared) {

    boolean demo() {
        return mode == Installation.Mode.DEMO;
    }
}
