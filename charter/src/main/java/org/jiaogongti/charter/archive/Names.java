package org.jiaogongti.charter.archive;

import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Names by id, each given to one id only: in the archive's files the name is the id. */
final class Names implements UnaryOperator<String> {

    private final UnaryOperator<String> given;
    private final Map<String, String> byId = new HashMap<>();
    private final Map<String, String> byName = new HashMap<>();

    Names(UnaryOperator<String> given) {
        this.given = given;
    }

    @Override
    public String apply(String id) {
        String known = byId.get(id);
        if (known != null) {
            return known;
        }
        String name = given.apply(id);
        if (byName.containsKey(name)) {
            name = name + "（" + id + "）";
        }
        byId.put(id, name);
        byName.put(name, id);
        return name;
    }
}
