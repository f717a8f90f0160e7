package org.jiaogongti.platform.access;

import static org.jiaogongti.platform.access.Permissions.open;

import java.util.List;
import org.jiaogongti.platform.access.Permissions.Row;

/** The rows of {@code shell}. */
final class ShellPermissions {

    private ShellPermissions() {}

    static List<Row> rows() {
        return List.of(
                // static files and display preferences
                open("GET", "/css/**"),
                open("GET", "/js/**"),
                open("GET", "/webjars/**"),
                open("GET", "/{file:icons.*[.]svg}"),
                open("GET", "/{file:favicon.*[.]svg}"),
                open("GET", "/icons/**"),
                open("GET", "/manifest.webmanifest"),
                // what a phone keeps; whoever is not signed in finds an empty list and no token
                open("GET", "/sw.js"),
                open("GET", "/waiting"),
                open("GET", "/waiting/pass"),
                open("POST", "/preferences"),
                open("POST", "/public/look"),
                open("*", "/error"));
    }
}
