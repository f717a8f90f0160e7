package org.jiaogongti.platform.access.web;

import org.jspecify.annotations.Nullable;

/** What the first visitor's form sends. */
public record StartForm(String code, String district, String charter, String login, String name, String password,
        String again) {

    public StartForm(@Nullable String code, @Nullable String district, @Nullable String charter, @Nullable String login,
            @Nullable String name, @Nullable String password, @Nullable String again) {
        this.code = plain(code);
        this.district = plain(district);
        this.charter = plain(charter);
        this.login = plain(login);
        this.name = plain(name);
        this.password = password == null ? "" : password;
        this.again = again == null ? "" : again;
    }

    static StartForm empty() {
        return new StartForm(null, null, null, null, null, null, null);
    }

    private static String plain(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
