package org.jiaogongti.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** How the server's programs are started: PostgreSQL refuses to run as root, so root steps aside. */
enum Account {
    /** An ordinary user starts them directly. */
    OWN(List.of()),
    /** Root without a uid mapping: inside the user namespace the programs see no root, outside the files stay root's. */
    NAMESPACE(List.of("unshare", "-U", "--")),
    /** Where namespaces are forbidden: as nobody, who then owns the cluster's folder. */
    NOBODY(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--"));

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of only
    private final List<String> prefix;

    Account(List<String> prefix) {
        this.prefix = prefix;
    }

    List<String> prefix() {
        return prefix;
    }

    static Account choose() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return OWN;
        }
        if (works(NAMESPACE)) {
            return NAMESPACE;
        }
        if (works(NOBODY)) {
            return NOBODY;
        }
        throw new PostgresException("PostgreSQL does not run as root, and neither unshare nor setpriv (util-linux) "
                + "can step aside here.\nStart as an ordinary user, or install util-linux.");
    }

    private static boolean works(Account account) {
        try {
            List<String> command = new ArrayList<>(account.prefix);
            command.add("true");
            Process process = new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            return process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Hands a folder to the account that runs the server. */
    void own(Path folder) throws IOException {
        if (this == NOBODY) {
            try (var tree = Files.walk(folder)) {
                for (Path path : tree.toList()) {
                    Files.setAttribute(path, "unix:uid", 65534);
                    Files.setAttribute(path, "unix:gid", 65534);
                }
            }
        }
    }
}
