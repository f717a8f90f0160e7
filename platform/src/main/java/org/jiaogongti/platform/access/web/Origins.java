package org.jiaogongti.platform.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import org.jiaogongti.platform.access.model.Ceremonies.Here;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Where people think they are: the address that is set for an installation behind a reverse proxy, else the one by which the request
 * came. A passkey that was asked for under another name is bound to that name by the browser, so a wrong name opens nothing.
 */
@Component
final class Origins {

    private final String known;

    Origins(@Value("${jgt.public-address:}") String known) {
        this.known = known;
    }

    Here here(HttpServletRequest request) {
        String address = address(request);
        return new Here(address, URI.create(address).getHost());
    }

    /** Scheme, host and port as a browser writes them; the usual port is not written. */
    String address(HttpServletRequest request) {
        if (!known.isEmpty()) {
            return known;
        }
        int port = request.getServerPort();
        boolean usual = port == (request.isSecure() ? 443 : 80);
        return request.getScheme() + "://" + request.getServerName().toLowerCase(Locale.ROOT)
                + (usual ? "" : ":" + port);
    }
}
