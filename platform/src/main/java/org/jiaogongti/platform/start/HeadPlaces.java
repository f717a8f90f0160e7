package org.jiaogongti.platform.start;

import java.nio.file.Path;
import java.util.Map;

/** Where the journal's heads are given out, and the key that signs them. */
record HeadPlaces(Path folder, Path keyFile) {

    /** Inside of the data folder, so that they must be taken from there, unless it is told otherwise. */
    static final String FOLDER = "journal-heads";
    private static final String FOLDER_NAMED = "JGT_HEADS_FOLDER";
    private static final String KEY_NAMED = "JGT_SIGNING_KEY";

    static HeadPlaces of(Path data, Map<String, String> environment) {
        return new HeadPlaces(place(environment.getOrDefault(FOLDER_NAMED, ""), data.resolve(FOLDER)),
                place(environment.getOrDefault(KEY_NAMED, ""), data.resolve("signing.key")));
    }

    private static Path place(String named, Path usual) {
        return named.isBlank() ? usual : Path.of(named).toAbsolutePath();
    }

    Map<String, Object> settings() {
        return Map.of("jgt.heads.folder", folder.toString(), "jgt.heads.key-file", keyFile.toString());
    }
}
