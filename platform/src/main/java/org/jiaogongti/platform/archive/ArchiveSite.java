package org.jiaogongti.platform.archive;

import java.nio.file.Path;
import org.jiaogongti.platform.seal.SealSettings;

/**
 * An installation as an archive sees it.
 *
 * @param user the tables' owner, who is bound by row-level security as well
 * @param data the folder of its files
 */
public record ArchiveSite(String url, String user, String password, Path data, SealSettings seal) {

    @Override
    public String toString() {
        return "ArchiveSite[" + url + "]";
    }
}
