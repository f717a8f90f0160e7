package org.jiaogongti.platform.shell;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** What a controller throws for an id that does not exist, or is not for this actor: the same answer, 404, for both. */
public final class Absent extends ResponseStatusException {

    public Absent(String kind, Object id) {
        super(HttpStatus.NOT_FOUND, "no " + kind + " " + id + " for this actor");
    }
}
