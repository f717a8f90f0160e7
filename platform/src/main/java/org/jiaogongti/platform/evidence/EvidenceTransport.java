package org.jiaogongti.platform.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.jiaogongti.platform.evidence.store.FileDepot;
import org.jiaogongti.platform.evidence.store.FileRows;

/** A district's files on their way to or from another installation. Previews stay behind: they are made anew where they lack. */
public final class EvidenceTransport {

    private final FileDepot depot;
    private final FileRows rows;
    private final String district;

    /**
     * Over connections that are inside a transaction with the district set.
     *
     * @param data the installation's folder for files
     */
    public EvidenceTransport(DataSource connections, Path data, String district) {
        this.depot = EvidenceConfiguration.depot(data);
        this.rows = new FileRows(connections);
        this.district = district;
    }

    /** What is done with one file. */
    public interface Visit {
        void file(String sha256) throws IOException;
    }

    /** Every file that the database knows, by hash. */
    public void each(Visit visit) throws IOException {
        List<String> portion = rows.after("");
        while (!portion.isEmpty()) {
            for (String sha256 : portion) {
                visit.file(sha256);
            }
            portion = rows.after(portion.getLast());
        }
    }

    public InputStream open(String sha256) throws IOException {
        return depot.open(district, sha256);
    }

    /** Forced to the disk before its name appears. */
    public void keep(String sha256, InputStream bytes) throws IOException {
        depot.keep(district, sha256, bytes);
    }

    /** Takes away every file of the district. */
    public void removeAll() throws IOException {
        depot.removeAll(district);
    }
}
