package org.jiaogongti.platform.sample;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.jiaogongti.platform.evidence.EvidenceFiles;
import org.jiaogongti.platform.evidence.EvidenceHistory;
import org.jiaogongti.platform.evidence.EvidenceHistory.Placed;
import org.jiaogongti.platform.evidence.Received.Stored;
import org.jiaogongti.platform.evidence.Upload;
import org.springframework.stereotype.Component;

/** A few drawn pictures, kept once and lying beside many records. */
@Component
final class EvidenceLoad {

    private final EvidenceFiles files;
    private final EvidenceHistory history;

    EvidenceLoad(EvidenceFiles files, EvidenceHistory history) {
        this.files = files;
        this.history = history;
    }

    /** Bytes first and on the disk, outside of the transaction. */
    List<Stored> receive(List<byte[]> drawn) {
        List<Stored> pictures = new ArrayList<>();
        for (byte[] jpeg : drawn) {
            int number = pictures.size() + 1;
            Upload upload = new Upload("示例照片%02d.jpg".formatted(number), () -> new ByteArrayInputStream(jpeg));
            if (files.receive(upload) instanceof Stored stored) {
                pictures.add(stored);
            } else {
                throw new IllegalStateException("Sample picture " + number + " was refused.");
            }
        }
        return pictures;
    }

    void load(SampleWorld world, SampleKeys keys, List<Stored> pictures) {
        List<Placed> placed = new ArrayList<>();
        for (SampleOccasion occasion : world.occasions()) {
            SampleOccasion.Recorded recorded = occasion.recorded();
            if (recorded == null) {
                continue;
            }
            int first = Chance.of("evidence", occasion.id()).below(pictures.size());
            for (int number = 0; number < occasion.evidence(); number++) {
                placed.add(new Placed(SampleIds.of(recorded.at().toLocalDate(), "evidence " + occasion.id() + number),
                        occasion.id(), keys.of(RecordLoad.side(occasion)),
                        pictures.get((first + number) % pictures.size()), keys.accountOf(recorded.by()), recorded.by(),
                        RecordLoad.instant(recorded.at())));
            }
        }
        history.takeOver(placed);
    }
}
