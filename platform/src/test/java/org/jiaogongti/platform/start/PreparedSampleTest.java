package org.jiaogongti.platform.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an empty demo takes over from the build, and when it loads for itself. */
final class PreparedSampleTest {

    private static final String STAMP = "c0ffee";

    @TempDir
    Path folder;

    private Path prepared;
    private Path data;

    @BeforeEach
    void aDemoAsTheBuildHasLeftIt() throws IOException {
        prepared = folder.resolve("prepared/demo-2024-11-20");
        data = Files.createDirectories(folder.resolve("data/demo-2024-11-20"));
        for (String file : List.of("postgres/passwords", "postgres/cluster/base/1/1259", "postgres/cluster.ready",
                "postgres/initdb.log", "files/ab/abcd", "sealing.key", "jiaogongti.log", "running.lock")) {
            Files.createDirectories(prepared.resolve(file).getParent());
            Files.writeString(prepared.resolve(file), file);
        }
        Files.setPosixFilePermissions(prepared.resolve("sealing.key"), PosixFilePermissions.fromString("rw-------"));
        Files.setPosixFilePermissions(prepared.resolve("postgres/cluster"),
                PosixFilePermissions.fromString("rwx------"));
        Files.writeString(prepared.resolve("sample.stamp"), STAMP);
    }

    @Test
    void anEmptyFolderTakesAllButWhatBelongsToTheRun() throws IOException {
        assertThat(PreparedSample.copied(prepared, data, STAMP)).isTrue();
        assertThat(there()).containsExactly("files/ab/abcd", "postgres/cluster.ready", "postgres/cluster/base/1/1259",
                "postgres/passwords", "sample.stamp", "sealing.key");
        assertThat(data.resolve("files/ab/abcd")).hasContent("files/ab/abcd");
        assertThat(mode("sealing.key")).isEqualTo("rw-------");
        assertThat(mode("postgres/cluster")).isEqualTo("rwx------");
    }

    @Test
    void anotherBuildsWorldIsNotTaken() throws IOException {
        assertThat(PreparedSample.copied(prepared, data, "other")).isFalse();
        Files.delete(prepared.resolve("sample.stamp"));
        assertThat(PreparedSample.copied(prepared, data, STAMP)).as("a rehearsal that broke off").isFalse();
        assertThat(there()).isEmpty();
    }

    @Test
    void nothingIsTakenWhileItIsInUse() throws IOException {
        try (FolderLock rehearsal = FolderLock.acquire(prepared)) {
            assertThat(PreparedSample.copied(prepared, data, STAMP)).isFalse();
            assertThat(rehearsal).isNotNull();
        }
        Files.writeString(prepared.resolve("postgres/cluster/postmaster.pid"), "1");
        assertThat(PreparedSample.copied(prepared, data, STAMP)).as("its database was not stopped").isFalse();
        assertThat(there()).isEmpty();
    }

    @Test
    void anEarlierBuildsWorldMakesRoom() throws IOException {
        for (String file : List.of("postgres/cluster/base/1/9999", "postgres/passwords", "files/cd/cdef")) {
            Files.createDirectories(data.resolve(file).getParent());
            Files.writeString(data.resolve(file), "old");
        }
        Files.writeString(data.resolve("sample.stamp"), "earlier");
        assertThat(PreparedSample.copied(prepared, data, STAMP)).isTrue();
        assertThat(there()).contains("sample.stamp").doesNotContain("postgres/cluster/base/1/9999", "files/cd/cdef");
        assertThat(data.resolve("postgres/passwords")).hasContent("postgres/passwords");
        assertThat(data.resolve("sample.stamp")).hasContent(STAMP);
    }

    @Test
    void aDatabaseThatStillRunsIsNotReplaced() throws IOException {
        Files.createDirectories(data.resolve("postgres/cluster"));
        Files.writeString(data.resolve("postgres/cluster/postmaster.pid"), "1");
        assertThat(PreparedSample.copied(prepared, data, STAMP)).isFalse();
        assertThat(there()).containsExactly("postgres/cluster/postmaster.pid");
    }

    @Test
    void aCopyThatBreaksOffCountsAsNothing() throws IOException {
        // A folder where a file must go: the copy meets it half way.
        Files.createDirectories(data.resolve("sealing.key/taken"));
        assertThat(PreparedSample.copied(prepared, data, STAMP)).isFalse();
        assertThat(there()).doesNotContain("sample.stamp", "postgres/cluster.ready");
    }

    private String mode(String file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve(file)));
    }

    private List<String> there() throws IOException {
        try (Stream<Path> tree = Files.walk(data)) {
            return tree.filter(Files::isRegularFile).map(file -> data.relativize(file).toString()).sorted().toList();
        }
    }
}
