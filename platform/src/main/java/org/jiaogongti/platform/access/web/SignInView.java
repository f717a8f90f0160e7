package org.jiaogongti.platform.access.web;

import java.util.List;
import java.util.UUID;
import org.jiaogongti.platform.access.Districts;
import org.jiaogongti.platform.shell.WelcomeFigure;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The sign-in page.
 *
 * @param districts to choose from; empty when there is only one
 * @param problem message key of what went wrong; empty at first
 * @param other other ways to sign in
 * @param samples one-click accounts, in a demo only
 */
public record SignInView(List<Districts.Named> districts, String chosen, String login, String next, String problem,
        Other other, List<Sample> samples, List<WelcomeFigure> figures) {

    /** The way to the identity provider, and back to where the visitor wanted to go. */
    public String providerAddress() {
        return UriComponentsBuilder.fromPath("/sign-in/provider").queryParam("next", "{next}").encode()
                .buildAndExpand(next).toUriString();
    }

    /** A one-click account with its roles in the table's order. */
    public record Sample(UUID id, String name, List<RoleText> roles) {}

    /**
     * Ways to sign in besides the password.
     *
     * @param provider the name of the identity provider; empty where there is none
     * @param leftProvider whether the visitor has just signed out here and may still be signed in there
     */
    public record Other(PasskeyAsk passkey, String provider, boolean leftProvider) {}
}
