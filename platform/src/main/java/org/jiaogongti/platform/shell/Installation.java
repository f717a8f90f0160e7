package org.jiaogongti.platform.shell;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What this running copy of the product is.
 *
 * @param mode demo shows the sample world and its one-click sign-in; serve is the real thing
 * @param data folder for files that are not in the database
 * @param address where people reach it, for links and the QR code
 */
@ConfigurationProperties("jgt")
public record Installation(@DefaultValue("serve") Mode mode, Path data,
        @DefaultValue("http://localhost:8080") String address) {

    /** How it was started. */
    public enum Mode {
        DEMO, SERVE
    }

    public boolean demo() {
        return mode == Mode.DEMO;
    }
}
