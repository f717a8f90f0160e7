package org.jiaogongti.platform.appraisal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Which build of the program computed something. */
final class Program {

    private Program() {}

    static String version() {
        try (InputStream in = Program.class.getResourceAsStream("/jgt-build.properties")) {
            Properties build = new Properties();
            if (in != null) {
                build.load(in);
            }
            return build.getProperty("version", "unknown");
        } catch (IOException unreadable) {
            throw new UncheckedIOException("jgt-build.properties cannot be read.\nBuild the project again.",
                    unreadable);
        }
    }
}
