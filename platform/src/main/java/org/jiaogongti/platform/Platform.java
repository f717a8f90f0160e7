package org.jiaogongti.platform;

import org.jiaogongti.platform.start.StartCommands;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The application: {@code demo}, {@code serve} and what works on the data without a server. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Platform {

    public static void main(String[] args) {
        System.exit(StartCommands.execute(Platform.class, args));
    }
}
