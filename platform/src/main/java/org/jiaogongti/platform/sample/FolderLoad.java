package org.jiaogongti.platform.sample;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jiaogongti.platform.ledger.Folder;
import org.jiaogongti.platform.ledger.Folder.By;
import org.jiaogongti.platform.ledger.Folder.Made;
import org.jiaogongti.platform.ledger.Folder.Order;
import org.jiaogongti.platform.ledger.Folder.State;
import org.jiaogongti.platform.ledger.Folders;
import org.jiaogongti.platform.ledger.LedgerAsked;
import org.jiaogongti.platform.ledger.LedgerPurpose;
import org.jiaogongti.platform.obligation.Span.Width;
import org.springframework.stereotype.Component;

/** Inspection folders of the past term: one whose time is over, one that was stopped, one that could not be made. */
@Component
final class FolderLoad {

    private static final String TERM = "2023-2024-2";

    private final Folders folders;

    FolderLoad(Folders folders) {
        this.folders = folders;
    }

    void load(SampleWorld world, SampleKeys keys) {
        String school = keys.of("居敬小学").toString();
        folder(world, keys, new Told("示例职员01", "", "", "全区 2023学年第二学期台账", State.GONE, 21));
        folder(world, keys, new Told("示例督学01", keys.of(world.communities().get(1).name()).toString(), "",
                world.communities().get(1).name() + " 2023学年第二学期台账", State.STOPPED, 4));
        folder(world, keys, new Told("示例校长03", "", school, "居敬小学 2023学年第二学期台账", State.FAILED, 0));
    }

    private record Told(String by, String community, String school, String title, State state, int duties) {}

    private void folder(SampleWorld world, SampleKeys keys, Told told) {
        LocalDate on = LocalDate.of(2024, 7, 2);
        if (on.isAfter(world.date())) {
            return;
        }
        LedgerAsked asked = new LedgerAsked(List.of(), TERM, Width.TERM, null, told.community(), told.school());
        folders.setUp(new Folder(SampleIds.of(on, "folder " + told.title()),
                new Order(asked, LedgerPurpose.INSPECTION, false, "ZH"), told.title(),
                new By(keys.accountOf(told.by()), told.by(), on, on.atTime(2, 30).toInstant(ZoneOffset.UTC)),
                told.state(), new Made(told.duties(), told.duties(), 0, 0, 0, null),
                on.plusDays(Folders.KEPT_DAYS)));
    }
}
