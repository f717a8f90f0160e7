package org.jiaogongti.platform.access;

import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The identity provider of the bureau, from {@code JGT_SSO_…}; see docs/operations/single-sign-on.md.
 *
 * @param issuer as its discovery document names itself; empty where there is no single sign-on
 * @param client by which the provider knows this installation
 * @param secret shared with the provider
 * @param name how people know the provider, for the button
 * @param district whose people it knows, where an installation has several districts
 * @param twice values of {@code acr} or {@code amr} by which the provider says that it has asked for a second factor
 */
@ConfigurationProperties("jgt.sso")
public record SingleSignOnSettings(@DefaultValue("") String issuer, @DefaultValue("") String client,
        @DefaultValue("") String secret, @DefaultValue("统一身份认证") String name, @DefaultValue("") String district,
        @DefaultValue List<String> twice) {

    public SingleSignOnSettings {
        twice = List.copyOf(twice);
        if (!issuer.isEmpty()) {
            URI address = URI.create(issuer);
            boolean near = "http".equals(address.getScheme()) && "localhost".equals(address.getHost());
            if (!near && !"https".equals(address.getScheme())) {
                throw new IllegalArgumentException("JGT_SSO_ISSUER 应以 https:// 开头：" + issuer
                        + "\nJGT_SSO_ISSUER must begin with https://.");
            }
            if (client.isBlank() || secret.isBlank()) {
                throw new IllegalArgumentException("JGT_SSO_ISSUER 之外还须给出 JGT_SSO_CLIENT 和 JGT_SSO_SECRET。"
                        + "\nJGT_SSO_CLIENT and JGT_SSO_SECRET are missing beside JGT_SSO_ISSUER.");
            }
        }
    }

    public boolean on() {
        return !issuer.isEmpty();
    }

    @Override
    public String toString() {
        return "SingleSignOnSettings[" + issuer + "]";
    }
}
