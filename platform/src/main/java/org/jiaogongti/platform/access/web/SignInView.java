package org.jiaogongti.platform.access.web;

import java.util.List;
import java.util.UUID;
import org.jiaogongti.platform.access.Districts;
import org.jiaogongti.platform.shell.WelcomeFigure;

/**
 * The sign-in page.
 *
 * @param districts to choose from; empty when there is only one
 * @param problem message key of what went wrong; empty at first
 * @param samples one-click accounts, in a demo only
 */
public record SignInView(List<Districts.Named> districts, String chosen, String login, String next, String problem,
        List<Sample> samples, List<WelcomeFigure> figures) {

    /** A one-click account with its roles in the table's order. */
    public record Sample(UUID id, String name, List<RoleText> roles) {}
}
