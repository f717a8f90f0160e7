package org.jiaogongti.platform.archive;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The two descriptions in an archive, legible for people as well. */
final class ArchiveJson {

    private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES).build();

    private ArchiveJson() {}

    static byte[] bytes(Object described) {
        return JSON.writeValueAsBytes(described);
    }

    static <T> T read(String name, byte[] bytes, Class<T> type) {
        try {
            return JSON.readValue(bytes, type);
        } catch (JacksonException unreadable) {
            throw ArchiveRefused.damaged(name, "读不懂", "cannot be read");
        }
    }
}
