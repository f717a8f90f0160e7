package org.jiaogongti.platform.access.web;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.platform.access.Districts;
import org.jiaogongti.platform.access.Role;
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

    /** A one-click account. */
    public record Sample(UUID id, String name, Set<Role> roles) {

        /** Message keys of its roles, in the table's order. */
        public List<String> roleKeys() {
            return roles.stream().sorted().map(Role::key).toList();
        }
    }
}
