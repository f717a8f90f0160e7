package org.jiaogongti.platform.head;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jiaogongti.platform.access.District;
import org.jiaogongti.platform.head.store.HeadStore.Kept;
import org.jiaogongti.platform.job.Job;
import org.jiaogongti.platform.job.Job.Report;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives out the day's head at night and writes it into the folder; what the folder did not take waits there for the next run. */
@Configuration(proxyBeanMethods = false)
class HeadJob {

    private static final int AT_ONCE = 400;

    @Bean
    static SigningKeys signingKeys(HeadSettings settings) {
        return new SigningKeys(settings.keyFile());
    }

    @Bean
    static Job giveHead(Heads heads, HeadSettings settings) {
        return Job.daily("give-head", 0, 10, (district, day) -> {
            heads.give(district, day);
            return file(heads, settings.folder(), district);
        }).andAtStart();
    }

    /** What is no head any more was changed in the database: it is told, and not given out. */
    private static Report file(Heads heads, Path folder, District district) {
        List<Kept> unfiled = heads.unfiled(AT_ONCE);
        int written = 0;
        try {
            if (!unfiled.isEmpty()) {
                Files.createDirectories(folder);
            }
            for (Kept kept : unfiled) {
                HeadFile file = Heads.file(kept);
                if (file != null) {
                    write(folder.resolve(file.name()), file.text());
                    heads.filed(kept.number());
                    written++;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the head of district " + district.code() + " cannot be written to " + folder,
                    e);
        }
        return new Report(written, unfiled.size() - written);
    }

    /** Never over another file, for what lies there is what others go by; but what a broken run has begun is finished. */
    private static void write(Path file, String text) throws IOException {
        if (Files.exists(file) && !text.startsWith(Files.readString(file))) {
            throw new FileAlreadyExistsException(file.toString());
        }
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }
}
